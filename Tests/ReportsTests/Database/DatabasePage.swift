import Reports
import SQL

/// The manual's page about the database, made from the schema.
enum DatabasePage {
  static var text: String { head + tables + functions }

  private static let head = """
    ---
    title: Database
    lede: "What queries can ask: the tables of the groups, their columns, and the functions beside SQLite's own."
    ---

    Queries are SQL as [SQLite](https://www.sqlite.org/lang.html) understands it. `triptych sql` runs one from the terminal, and with `--database` writes the whole database to a file; see [Commands](commands.html#triptych-sql).

    ## In general

    - A query is one statement that reads: `select`, `with` or `values`. It cannot write, attach another database, load anything or call a pragma.
    - The same data gives the same answer. What asks the machine is refused: `random()`, `current_date`, `'now'`, `'localtime'`. The end of the data is `:as_of`.
    - Rows are in no order unless the query says one with `order by`.
    - Instants are text in UTC to the millisecond, `2026-05-04T10:00:00.000Z`, which sorts by time. Days are text such as `2026-05-04`; days, hours and weekdays are those of the site's clock.
    - Columns that end in `_seconds` are lengths: whole numbers, or with milliseconds where there are any.
    - What can be counted is a number; yes and no are 1 and 0. What is not known is null.
    - `brand` and `channel` are empty text where the export names none.
    - Ids are those of [`triptych group`](output.html#ids). Some are unique for one customer of one brand only, so join tables by `key` and the columns that end in `_key`. Keys count rows: they are good within one build, and say nothing in the next.
    - Each column holds its value in the data as it was read: a message's text is in no table.
    - A query may take two billion steps of SQLite's machine and give a million rows, which histograms and strips count. What is shown row by row may have 10,000, and as many are what `triptych sql` prints.


    """

  private static var tables: String {
    GroupSchema.whole.tables.map { table in
      "## \(table.name)\n\n\(table.meaning)\n\n| Column | Kind | Meaning |\n| --- | --- | --- |\n"
        + table.columns.map { "| `\($0.name)` | \($0.kind.word) | \($0.meaning) |\n" }.joined() + "\n"
    }.joined()
  }

  private static let functions = """
    ## Functions

    SQLite's own functions of [text and numbers](https://www.sqlite.org/lang_corefunc.html), [dates](https://www.sqlite.org/lang_datefunc.html), [groups](https://www.sqlite.org/lang_aggfunc.html), [windows](https://www.sqlite.org/windowfunctions.html), [mathematics](https://www.sqlite.org/lang_mathfunc.html) and [JSON](https://www.sqlite.org/json1.html), and four more:

    | Function | Meaning |
    | --- | --- |
    | `median(x)` | the middle one of the values in a group by nearest rank, so one of them; nulls are left out |
    | `percentile(x, p)` | likewise the value that `p` percent of all do not exceed, `p` from 0 to 100 |
    | `wilson_low(k, n)` | the lower end of Wilson's interval for a share of `k` among `n`, at 95 % |
    | `wilson_high(k, n)` | the upper end |

    ## Examples

    How many contacts each agent had, and how soon they answered:

    ```
    select a.name, count(*) as contacts, median(c.first_reply_seconds) as first_reply_seconds
    from contact_agents x
    join contacts c on c.key = x.contact_key
    join agents a on a.id = x.agent
    group by a.id
    order by contacts desc, a.id
    ```

    Conversations a day, with the days on which none began:

    ```
    select d.day, count(c.key) as conversations
    from days d
    left join conversations c on c.day = d.day
    group by d.day
    order by d.day
    ```

    The topics that conversations have, with those above them; without the condition, also the topics that were taken away:

    ```
    select t.path, count(*) as conversations
    from conversation_topics x
    join topics t on t.id = x.topic
    where x.removed_at is null
    group by t.id
    order by conversations desc, t.path, t.id
    ```

    """
}

extension DatabaseSchema.Kind {
  fileprivate var word: String {
    switch self {
    case .key, .integer: "whole number"
    case .numeric: "seconds"
    case .text: "text"
    }
  }
}
