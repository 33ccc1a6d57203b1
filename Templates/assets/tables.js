/* Triptych: tables that sort, filter and turn their pages. On pages with such tables only; without it they stand as built. */
(function () {
  'use strict';
  var d = document, words = d.currentScript.dataset, PART = 100, WHOLE = 200, tables = [];
  function $(s, n) { return Array.from((n || d).querySelectorAll(s)); }
  function make(name, kind, text) { var e = d.createElement(name); e.className = kind; e.textContent = text || ''; return e; }
  function fill(text, values) { return text.replace(/\{(\w+)\}/g, function (all, k) { return k in values ? values[k] : all; }); }
  /* Case, accents and blanks make no difference to a search. */
  function fold(t) { return t.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss').replace(/\s+/g, ' ').trim(); }
  function slug(t) { return fold(t).replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, ''); }
  /* Made when first asked for: a browser takes longer to load a language's rules than to lay out the page. */
  var lang = d.documentElement.lang, order, figures;
  function compare(a, b) {
    if (!order) try { order = new Intl.Collator(lang, { numeric: true }); } catch (e) { order = new Intl.Collator(); }
    return order.compare(a, b);
  }
  function figure(n) {
    if (n < 1000) return '' + n;
    if (!figures) try { figures = new Intl.NumberFormat(lang); } catch (e) { figures = new Intl.NumberFormat(); }
    return figures.format(n);
  }

  /* A table, its rows as they were built, and what is asked of it. The state is the address's query: `sort`, `page` and
     the names of the filter's fields, behind the table's id where a page has several tables. */
  function Table(node, form) {
    var own = this;
    own.node = node; own.form = form; own.body = node.tBodies[0]; own.rows = Array.from(own.body.rows); own.shown = own.rows;
    own.fields = form ? $('input, select', form) : []; own.built = node.querySelector('thead [aria-sort]');
    own.builtWay = own.built && own.built.getAttribute('aria-sort'); own.page = 1; own.heads = [];
    if (node.hasAttribute('data-sortable')) own.sortable();
    if (own.rows.length > WHOLE) own.turnable();
    if (form) own.filterable();
  }
  var Its = Table.prototype;

  Its.sortable = function () {
    var own = this;
    own.heads = $('thead th[data-sort]', own.node);
    own.heads.forEach(function (th) {
      var text = th.textContent.trim();
      /* The label stays text below the button: browsers drop the text of buttons from heads that they repeat on paper. */
      var b = make('button', 'sort');
      b.type = 'button'; b.setAttribute('aria-label', fill(words.sort, { column: text.toLowerCase() }));
      th.append(b);
      b.addEventListener('click', function () {
        var way = th.getAttribute('aria-sort'), first = th.dataset.sort === 'num' ? 'descending' : 'ascending';
        own.sort = { th: th, way: !way ? first : way === 'ascending' ? 'descending' : 'ascending' };
        own.page = 1; own.show(true);
      });
    });
  };

  /* The heads' names in the address, made of their words. */
  Its.name = function (head) {
    var names = {};
    if (!this.named) this.heads.forEach(function (th) {
      var name = slug(th.textContent.trim()) || 'column';
      names[name] = (names[name] || 0) + 1;
      th.column = names[name] > 1 ? name + '-' + names[name] : name;
    });
    this.named = true;
    return head.column;
  };

  Its.filterable = function () {
    var own = this, form = own.form;
    form.hidden = false;
    function run() { own.page = 1; own.show(true); }
    form.addEventListener('input', run);
    form.addEventListener('submit', function (e) { e.preventDefault(); });
    form.addEventListener('reset', function () { setTimeout(run); });
  };

  Its.turnable = function () {
    var own = this, bar = own.bar = make('p', 'turns');
    function button(text, page) {
      var b = make('button', 'turn-to', text);
      b.type = 'button';
      b.addEventListener('click', function () {
        if (b.hasAttribute('aria-disabled')) return;
        own.page = page(); own.show(true);
      });
      return b;
    }
    bar.dataset.of = own.node.id;
    own.range = make('output', '');
    own.back = button(words.before, function () { return own.page - 1; });
    own.on = button(words.after, function () { return own.page + 1; });
    own.whole = button(words.all, function () { return own.page ? 0 : 1; });
    bar.append(own.back, own.range, own.on, own.whole);
    own.node.parentNode.after(bar);
  };

  /* What a cell is sorted by: its value for machines, else its text; what has none comes last either way. */
  function value(row, th, numeric) {
    var cell = row.cells[th.cellIndex], v = cell.dataset.v === undefined ? cell.textContent.trim() : cell.dataset.v;
    if (!numeric) return v;
    v = parseFloat(v);
    return isNaN(v) ? null : v;
  }
  Its.arrange = function () {
    var th = this.sort && this.sort.th, way = this.sort && this.sort.way, numeric = th && th.dataset.sort === 'num', sign = way === 'descending' ? -1 : 1;
    this.heads.forEach(function (h) {
      if (h === th) h.setAttribute('aria-sort', way); else h.removeAttribute('aria-sort');
    });
    if (!th) {
      if (this.built) this.built.setAttribute('aria-sort', this.builtWay);
      return this.rows;
    }
    return this.rows.map(function (row, n) { return [row, value(row, th, numeric), n]; }).sort(function (a, b) {
      if (numeric && (a[1] === null || b[1] === null)) return (a[1] === null) - (b[1] === null) || a[2] - b[2];
      return sign * (numeric ? a[1] - b[1] : compare(a[1], b[1])) || a[2] - b[2];
    }).map(function (entry) { return entry[0]; });
  };
  Its.tests = function () {
    return this.fields.map(function (f) {
      var v = f.value.trim(), text = fold(v);
      if (!v) return null;
      if (f.type !== 'search') return function (row) { return row.getAttribute('data-' + f.name) === v; };
      return function (row) {
        if (row.words === undefined) row.words = fold(row.textContent);
        return row.words.indexOf(text) >= 0;
      };
    }).filter(Boolean);
  };

  Its.show = function (asked) {
    var own = this, tests = own.tests(), found = 0;
    if (!asked || own.sort !== own.done) {
      own.shown = own.arrange(); own.done = own.sort;
      if (own.sort || asked) own.body.append.apply(own.body, own.shown);
    }
    var kept = own.shown.filter(function (row) {
      row.hidden = !tests.every(function (t) { return t(row); });
      return !row.hidden;
    });
    found = kept.length;
    if (own.form) {
      var out = own.form.querySelector('output'), noun = own.form.dataset.noun, all = own.rows.length;
      out.textContent = fill(found === all ? '{seen} {noun}' : words.some, { seen: figure(found), all: figure(all), noun: noun });
    }
    if (own.bar) own.turn(kept);
    if (asked) write();
  };
  /* Rows of other pages are out of sight on screens alone: paper has them all. */
  Its.turn = function (kept) {
    var pages = Math.ceil(kept.length / PART), split = kept.length > WHOLE;
    this.page = split ? Math.min(Math.max(this.page, 0), pages) : 1;
    var page = this.page, from = page ? (page - 1) * PART : 0, to = split && page ? Math.min(from + PART, kept.length) : kept.length;
    kept.forEach(function (row, n) { row.classList.toggle('off', n < from || n >= to); });
    this.bar.hidden = !split;
    if (!split) return;
    this.range.textContent = fill(words.rows, { first: figure(from + 1), last: figure(to), all: figure(kept.length) });
    /* Not `disabled`: that would take the focus away. */
    function end(b, isEnd) { if (isEnd) b.setAttribute('aria-disabled', 'true'); else b.removeAttribute('aria-disabled'); }
    end(this.back, page < 2); end(this.on, !page || page === pages);
    this.whole.textContent = page ? words.all : words.parts;
  };

  Its.key = function (name) { return tables.length > 1 ? this.node.id + '.' + name : name; };
  Its.read = function (q) {
    var own = this, sort = /^(.*)\.(asc|desc)$/.exec(q.get(own.key('sort')) || ''), page = q.get(own.key('page'));
    own.sort = undefined;
    if (sort) own.heads.forEach(function (th) { if (own.name(th) === sort[1]) own.sort = { th: th, way: sort[2] + 'ending' }; });
    own.page = page === 'all' ? 0 : Math.max(parseInt(page, 10) || 1, 1);
    own.fields.forEach(function (f) {
      f.value = q.get(own.key(f.name)) || '';
      if (f.selectedIndex < 0) f.selectedIndex = 0;
    });
    own.done = null;
    /* As built, it needs no more of the time before the page answers. */
    if (own.bar || location.search) own.show();
  };
  function write() {
    var q = new URLSearchParams(location.search), was = q.toString();
    tables.forEach(function (t) {
      function put(name, v) { if (v) q.set(t.key(name), v); else q.delete(t.key(name)); }
      put('sort', t.sort && t.name(t.sort.th) + '.' + t.sort.way.replace('ending', ''));
      t.fields.forEach(function (f) { put(f.name, f.value.trim()); });
      put('page', t.bar && !t.bar.hidden && t.page !== 1 ? (t.page || 'all') + '' : '');
    });
    if (q.toString() === was) return;
    try { history.replaceState(null, '', location.pathname + (q.toString() ? '?' + q : '') + location.hash); } catch (e) { /* a place without a history */ }
  }

  $('table[id]').forEach(function (node) {
    var form = d.querySelector('form[data-for="' + node.id + '"]');
    if (form || node.hasAttribute('data-sortable')) tables.push(new Table(node, form));
  });
  var q = new URLSearchParams(location.search);
  tables.forEach(function (t) { t.read(q); });
}());
