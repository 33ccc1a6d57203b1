/// A page with a figure of every kind, its own words in brackets.
enum ForeignFigures {
  static let page =
    """
    ---
    title: ⟦Б⟧
    layout: report
    lede: "⟦{{ handoff_rate }}⟧ {{ handoff_rate.before }} {{ handoff_rate.change }} {{ contacts.change }}"
    ---

    ```sql few
    select 'й' as "к", count(*) as "н", 'б' as "м" from sessions union all select 'ц', 3, 'в'
    ```

    ```sql none
    select channel as "к", 1 as "н" from sessions where 0
    ```

    ```sql spans
    select 'session' as kind, started_at, ended_at from sessions limit 5
    ```

    """ + blocks.enumerated().map { "## ⟦Б⟧ {#b\($0)}\n\n```\($1)\n```\n" }.joined(separator: "\n")

  private static let blocks = [
    "metric m1\nmeasures: [conversations, handoff_rate, first_reply, demand]\ncompare: true",
    "metric m2\nmeasure: handoff_rate\nspark: true",
    "table t1\nmeasures: [sessions, handoff_rate, first_reply]\nby: day\ntotals: true\nsearch: true",
    "table t2\ntitle: ⟦Б⟧\nfrom: few\nsearch: true\ntop: 1\ncolumns: {к: ⟦Б⟧, н: {title: ⟦Б⟧, bar: ai}, м: ⟦Б⟧}",
    "table t3\nfrom: none\ntitle: ⟦Б⟧\ncolumns: {к: ⟦Б⟧, н: ⟦Б⟧}",
    "table t4\nmeasures: [contacts]\nby: channel", "table t5\nmeasures: [contacts]\nby: agent",
    "chart c1\ntype: bar\nmeasures: [sessions_ended_in_ai, sessions_handed_off]\nby: day\nstacked: true",
    "chart c2\ntype: line\nmeasures: handoff_rate\nby: hour", "chart c3\ntype: bar\nmeasures: contacts\nby: week",
    "chart c4\ntype: bar\nmeasures: contacts\nby: weekday", "chart c5\ntype: line\nmeasures: first_reply\nby: day",
    "chart c6\ntype: histogram\ntitle: ⟦Б⟧\nfrom: few\nvalue: н",
    "chart c7\ntype: heat\ntitle: ⟦Б⟧\nfrom: few\nx: к\ny: м\nvalue: н",
    "chart c8\ntype: flow\ntitle: ⟦Б⟧\nfrom: few\nfrom_column: к\nto_column: м\nvalue: н",
    "chart c9\ntype: strips\ntitle: ⟦Б⟧\nfrom: few\nlabel: к\nvalue: н",
    "chart c10\ntype: lanes\ntitle: ⟦Б⟧\nfrom: spans", "chart c11\ntype: bar\ntitle: ⟦Б⟧\nfrom: none\nx: к\ny: н",
    "chart c12\ntype: bar\ntitle: ⟦Б⟧\nfrom: few\nx: к\ny: н\ntop: 1",
    "chart c13\ntype: area\nmeasures: [sessions, contacts]\nby: day",
    "chart c14\ntype: bar\nmeasures: contacts\nby: channel\nhorizontal: true",
  ]
}
