import Diagnostics
import Site
import Testing

@Suite struct ConfigurationErrorTests {
  @Test(arguments: [
    (
      "title: A\ntimzone: UTC\n",
      """
      site.yml:2:1: error: unknown key `timzone`, expected one of `title`, `timezone`, `period`, `link_template`, \
      `labels`, `language`, `data`, `rules`, `brands`, `message_format`, `sessions_with_messages`, `audience`, \
      `audiences`, `redaction`, `search`
        timzone: UTC
        ^
      = help: did you mean `timezone`?
      """
    ),
    (
      "rules:\r\n  windw: 24h\r\n",
      """
      site.yml:2:3: error: unknown rule `windw`, expected one of `window`, `anchor`, `session_timeout`, \
      `contact_timeout`, `quiet`, `route`, `routes`, `conversation_ids`, `ai_actors`
          windw: 24h
          ^
      = help: did you mean `window`?
      """
    ),
    (
      "rules: {window: 24}\n",
      """
      site.yml:1:9: error: the rule `window` is `24`, expected a duration such as `90s`, `15m`, `2h`, `1d`, `1h30m`, \
      or `none`
        rules: {window: 24}
                ^
      """
    ),
    (
      "brands:\n  acme:\n    anchor: begin\n",
      """
      site.yml:3:5: error: the rule `anchor` is `begin`, expected one of `start`, `activity`, `close`
            anchor: begin
            ^
      """
    ),
    (
      "rules:\n  routes: {voice: robot}\n",
      """
      site.yml:2:12: error: the rule `routes.voice` is `robot`, expected one of `responder`, `ai`, `team`
          routes: {voice: robot}
                   ^
      """
    ),
    (
      "rules:\n  routes: team\n",
      "site.yml:2:11: error: expected `key: value` lines under `routes`, found `team`\n    routes: team\n            ^"
    ),
    (
      "rules: {window: [24h]}\n",
      "site.yml:1:17: error: expected one value, found a list\n  rules: {window: [24h]}\n                  ^"
    ),
    (
      "rules: {window: }\n",
      "site.yml:1:17: error: expected one value, found nothing\n  rules: {window: }\n                  ^"
    ),
    (
      "rules: {ai_actors: [A, [B]]}\n",
      "site.yml:1:24: error: expected one value, found a list\n  rules: {ai_actors: [A, [B]]}\n                         ^"
    ),
    (
      "brands: [acme]\n",
      "site.yml:1:9: error: expected `key: value` lines under `brands`, found a list\n  brands: [acme]\n          ^"
    ),
    ("title:\n", "site.yml:1:7: error: expected one value, found nothing\n  title:\n        ^"),
    (
      "title: {a: b}\n",
      "site.yml:1:8: error: expected one value, found `key: value` lines\n  title: {a: b}\n         ^"
    ),
    ("language: ~\n", "site.yml:1:11: error: expected one value, found `~`\n  language: ~\n            ^"),
    ("labels: {ai: }\n", "site.yml:1:14: error: expected one value, found nothing\n  labels: {ai: }\n               ^"),
    (
      "labels: {bot: Fern}\n",
      """
      site.yml:1:10: error: unknown key `bot`, expected one of `ai`, `team`, `brand`
        labels: {bot: Fern}
                 ^
      """
    ),
    (
      "period: 36h\n",
      "site.yml:1:9: error: expected whole days up to 366 such as `28d`, found `36h`\n  period: 36h\n          ^"
    ),
    (
      "period: 367d\n",
      "site.yml:1:9: error: expected whole days up to 366 such as `28d`, found `367d`\n  period: 367d\n          ^"
    ),
    (
      "period: 28\n",
      "site.yml:1:9: error: expected whole days up to 366 such as `28d`, found `28`\n  period: 28\n          ^"
    ),
    (
      "link_template: javascript:alert(1)\n",
      """
      site.yml:1:16: error: expected an address that begins with https:// or http://, found `javascript:alert(1)`
        link_template: javascript:alert(1)
                       ^
      """
    ),
    (
      "data: exports\n",
      "site.yml:1:7: error: expected a list of paths or entries, found `exports`\n  data: exports\n        ^"
    ),
    (
      "data: [exports, '']\n",
      "site.yml:1:17: error: expected a path or an entry, found nothing\n  data: [exports, '']\n                  ^"
    ),
    ("data: [[a]]\n", "site.yml:1:8: error: expected a path or an entry, found a list\n  data: [[a]]\n         ^"),
    (
      "data:\n  - {brand: acme}\n",
      "site.yml:2:5: error: expected a `path`, found `key: value` lines\n    - {brand: acme}\n      ^"
    ),
    (
      "data: [{path: a, column: {id: b}}]\n",
      """
      site.yml:1:18: error: unknown key `column`, expected one of `path`, `brand`, `columns`, `values`, `timezone`
        data: [{path: a, column: {id: b}}]
                         ^
      = help: did you mean `columns`?
      """
    ),
    (
      "data: [{path: a, values: {actor: bot}}]\n",
      """
      site.yml:1:34: error: expected `key: value` lines under `values`, found `bot`
        data: [{path: a, values: {actor: bot}}]
                                         ^
      """
    ),
    (
      "message_format: {bot: plain}\n",
      """
      site.yml:1:18: error: unknown key `bot`, expected one of `customer`, `ai`, `agent`, `system`
        message_format: {bot: plain}
                         ^
      """
    ),
    (
      "message_format: {ai: markdown}\n",
      """
      site.yml:1:22: error: expected `plain` or `commonmark`, found `markdown`
        message_format: {ai: markdown}
                             ^
      """
    ),
    (
      "search: all\n",
      """
      site.yml:1:9: error: expected `text`, `names` or `off`, found `all`
        search: all
                ^
      """
    ),
    (
      "sessions_with_messages: maybe\n",
      """
      site.yml:1:25: error: expected true or false, found `maybe`
        sessions_with_messages: maybe
                                ^
      """
    ),
    ("title: A\ntitle: B\n", "site.yml:1:1: error: a key stands twice: `title`\n  title: A\n  ^"),
    ("? [a]\n: b\n", "site.yml:1:3: error: expected a key under `site.yml`, found a list\n  ? [a]\n    ^"),
    ("- a\n", "site.yml:1:1: error: expected `key: value` lines under `site.yml`, found a list\n  - a\n  ^"),
    ("support\n", "site.yml:1:1: error: expected `key: value` lines under `site.yml`, found `support`\n  support\n  ^"),
    (
      "title: A\nlabels: {ai: Fern\ndata: [exports]\n",
      """
      site.yml:3:5: error: unreadable YAML: did not find expected ',' or '}'
        data: [exports]
            ^
      = help: look at quotes, brackets and indentation, here and in the lines above
      """
    ),
    (
      "title: A\n\tperiod: 28d\n",
      """
      site.yml:2:1: error: unreadable YAML: found a tab character that violates indentation
         period: 28d
        ^
      = help: look at quotes, brackets and indentation, here and in the lines above
      """
    ),
    (
      "title: *none\n",
      """
      site.yml:1:8: error: unreadable YAML: found undefined alias
        title: *none
               ^
      = help: look at quotes, brackets and indentation, here and in the lines above
      """
    ),
  ])
  func tellsWhatIsWrongAndWhere(text: String, expected: String) {
    let error = #expect(throws: Diagnostics.self) { try ConfigurationReader.read(text, path: "site.yml") }
    #expect(error?.description == expected, "\(text)")
  }

  @Test func collectsAllErrorsOfFile() {
    let text = """
      sessions_with_messages: 3
      titel: A
      period: 0d
      data: [{}]
      rules: {quiet: soon, routes: {email: x}}
      """
    let error = #expect(throws: Diagnostics.self) { try ConfigurationReader.read(text, path: "site.yml") }
    let places = error?.all.compactMap { $0.place?.description }
    #expect(
      places == ["site.yml:1:25", "site.yml:2:1", "site.yml:3:9", "site.yml:4:8", "site.yml:5:9", "site.yml:5:31"])
  }
}
