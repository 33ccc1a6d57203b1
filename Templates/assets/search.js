/* Triptych: search. It comes on first use; the index comes in classic scripts, so that it works from a folder too. */
(function () {
  'use strict';
  if (window.triptychSearch) return triptychSearch();
  var d = document, link = d.querySelector('.search'), root = link.href.replace(/search\.html.*/, '');
  var CJK = '\\u3005-\\u3007\\u3041-\\u3096\\u3099\\u309a\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uff66-\\uff9f\\u{20000}-\\u{3ffff}';
  var WORD = /[\p{L}\p{M}\p{N}]+/gu, PART = new RegExp('[' + CJK + ']+|[^' + CJK + ']+', 'gu'), IDEOGRAPH = new RegExp('[' + CJK + ']', 'u');
  var LETTERS = { 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'ł': 'l', 'ŀ': 'l', 'ı': 'i', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ħ': 'h', 'ŧ': 't', 'ς': 'σ' };
  var DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
  var PER = { p: 128, c: 128, m: 64 }, NAMES = { p: 'pages', c: 'customers', k: 'conversations', m: 'messages' };
  var FEW = 8, MOST_SHARDS = 4;

  /* 1. Words, as the index has them. */
  function fold(s) {
    return s.toLowerCase().replace(/[\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00c0-\u052f\u1e00-\u1fff\ufb00-\ufb06\uff01-\uff5e]/g, function (c) {
      return LETTERS[c] || c.normalize('NFKD').toLowerCase();
    }).replace(/[\u0300-\u036f\ufe00-\ufe0f]|\udb40[\udd00-\uddef]/g, '').replace(/[æøς]/g, function (c) { return LETTERS[c]; });
  }
  function terms(s) {
    var all = [];
    (fold(s).match(WORD) || []).forEach(function (word) {
      word.match(PART).forEach(function (part) {
        var c = Array.from(part);
        if (!IDEOGRAPH.test(part) || c.length < 2) return all.push(part);
        for (var i = 1; i < c.length; i++) all.push(c[i - 1] + c[i]);
      });
    });
    return all;
  }
  function key(s) { return Array.from(fold(Array.from(s).slice(0, 200).join(''))).join(''); }

  /* 2. Shards. */
  var shards = {}, loading = {}, directory;
  window.triptychShard = function (name, text) { shards[name] = text.split('\n'); shards[name].pop(); };
  function load(name) {
    return loading[name] || (loading[name] = new Promise(function (yes, no) {
      var s = d.createElement('script');
      s.src = root + 'search/' + name + '.js';
      s.onload = function () { s.remove(); if (shards[name]) yes(shards[name]); else no(name); };
      s.onerror = function () { delete loading[name]; no(name); };
      d.head.append(s);
    }));
  }
  function open() {
    return directory || (directory = load('index').then(function (lines) {
      var it = { w: {}, n: {}, t: [], b: [] };
      lines.forEach(function (line) {
        var f = line.split('\t');
        if (f.length > 2) it[f[0]][f[1]] = f[2]; else it[f[0]].push(f[1] || '');
      });
      return it;
    }, function (e) { directory = null; throw e; }));
  }
  /* By code points, as the index is sorted. */
  function before(a, b) {
    if (a === b) return false;
    var x = Array.from(a), y = Array.from(b), i = 0;
    while (i < x.length && x[i] === y[i]) i++;
    return i === x.length || i < y.length && x[i].codePointAt(0) < y[i].codePointAt(0);
  }
  function place(starts, term) {
    var low = 0, high = starts.length;
    while (low < high) { var mid = low + high >> 1; if (before(term, starts[mid])) high = mid; else low = mid + 1; }
    return Math.max(0, low - 1);
  }
  /* The shards in which terms with that beginning may stand: their numbers, and whether there are more. */
  function homes(it, term) {
    function run(starts, base) {
      var i = place(starts, term), all = [base + i];
      while (++i < starts.length && starts[i].startsWith(term)) all.push(base + i);
      return all;
    }
    if (!it.b.length) return Promise.resolve(run(it.t, 0));
    return Promise.all(run(it.b, 0).slice(0, 2).map(function (b) {
      return load('n-' + (b + 1)).then(function (starts) { return run(starts, b * 256); });
    })).then(function (lists) { return [].concat.apply([], lists); });
  }
  var parsed = {};
  function entries(number) {
    var name = 't-' + (number + 1);
    return parsed[name] ? Promise.resolve(parsed[name]) : load(name).then(function (lines) {
      var last = '';
      return parsed[name] = lines.map(function (line) {
        var f = line.split('\t');
        f[0] = last = last.slice(0, parseInt(f[0][0], 36)) + f[0].slice(1);
        return f;
      });
    });
  }

  /* 3. From words to documents. Of each kind a map: a document, and 0 where a word is met whole, else more. */
  function reader(text) {
    var at = 1;
    return {
      next: function () {
        for (var value = 0, unit = 1; at < text.length; unit *= 32) {
          var digit = DIGITS.indexOf(text[at++]);
          value += (digit & 31) * unit;
          if (digit < 32) return value;
        }
        return -1;
      }, rest: function () { return text.slice(at); }
    };
  }
  function none() { return { p: new Map(), c: new Map(), k: new Map(), m: new Map(), cut: false, part: false, all: 0 }; }
  function put(map, id, rank) { if (!(map.get(id) <= rank)) map.set(id, rank); }
  function add(found, fields, rank) {
    fields.slice(1).forEach(function (field) {
      var kind = field[0], r = reader(field), last = 0, n;
      if (kind === 'k') return put(found.k, fields[0] + '\t' + field, rank);
      if (kind === 'm') { n = r.next(); found.all += n; }
      var size = found.m.size, met = 0;
      while ((n = r.next()) >= 0) { put(found[kind], last += n, rank); met++; }
      if (kind === 'm') { found.words = (found.words || 0) + 1; if (met < reader(field).next()) found.part = true; }
    });
  }
  function lookup(it, term, isOpen) {
    var found = none();
    if (!term) return Promise.resolve(found);
    return homes(it, term).then(function (all) {
      found.cut = isOpen && all.length > MOST_SHARDS;
      return Promise.all(all.slice(0, MOST_SHARDS).map(entries));
    }).then(function (lists) {
      lists.forEach(function (list) {
        list.forEach(function (f) {
          if (f[0] === term || f[0].startsWith(term + '@')) add(found, f, 0); else if (isOpen && f[0].startsWith(term)) add(found, f, 1);
        });
      });
      return found;
    });
  }
  function both(a, b) {
    var out = none();
    'pckm'.split('').forEach(function (kind) {
      a[kind].forEach(function (rank, id) { if (b[kind].has(id)) out[kind].set(id, rank + b[kind].get(id)); });
    });
    out.cut = a.cut || b.cut; out.part = a.part || b.part; out.words = 2;
    return out;
  }
  function either(a, b) {
    'pckm'.split('').forEach(function (kind) { b[kind].forEach(function (rank, id) { put(a[kind], id, rank); }); });
    a.cut = a.cut || b.cut; a.part = a.part || b.part; a.all += b.all; a.words = (a.words || 0) + (b.words || 0);
    return a;
  }
  function find(it, text) {
    var parts = text.trim().split(/\s+/), isOpen = !/\s$/.test(text);
    return Promise.all(parts.map(function (part, i) {
      var last = isOpen && i === parts.length - 1, own = terms(part), whole = key(part);
      return Promise.all([lookup(it, whole, last)].concat(own.length > 1 || own[0] !== whole ? own.map(function (t, j) {
        return lookup(it, t, last && j === own.length - 1);
      }) : [])).then(function (f) { return f.length > 1 ? either(f.slice(1).reduce(both), f[0]) : f[0]; });
    })).then(function (found) {
      var met = found.reduce(both);
      return parts.length < 2 ? found[0] : lookup(it, key(parts.join(' ')), isOpen).then(function (f) { return either(met, f); });
    });
  }

  /* 4. What is shown of them. */
  function line(kind, number) { return load(kind + '-' + (Math.floor(number / PER[kind]) + 1)).then(function (l) { return l[number % PER[kind]].split('\t'); }); }
  function timeline(stem) { return root + 'timelines/' + stem.slice(0, 2) + '/' + stem + '.html'; }
  function result(it, kind, id) {
    if (kind === 'p') return line(kind, id).then(function (f) { return { title: f[0], href: root + f[1], text: f[2] }; });
    if (kind === 'c') return line(kind, id).then(function (f) { return { title: f[0], href: timeline(f[1]), text: f[2] }; });
    if (kind === 'm') return line(kind, id).then(function (f) {
      return { title: f[3], href: timeline(f[0]) + '#e-' + f[1].slice(1), when: f[2], note: f[1][0] === 'n' && it.w.note, text: f[4] };
    });
    var f = id.split('\t'), r = reader(f[1]), number = r.next(), rest = r.rest(), bar = rest.indexOf('|');
    return line('c', number).then(function (c) {
      return {
        title: it.w.conversation.replace('{id}', function () { return bar < 0 ? f[0] : rest.slice(bar + 1); }),
        href: timeline(c[1]) + '#c-' + rest.slice(0, 12), when: rest.slice(12, bar < 0 ? undefined : bar), text: c[0]
      };
    });
  }
  function make(name, className, text) { var e = d.createElement(name); if (className) e.className = className; if (text) e.textContent = text; return e; }
  /* Text with the words marked that were looked for: nodes, never markup. */
  function marked(e, text, words) {
    var at = 0, hits = [];
    text.replace(WORD, function (word, start) {
      var f = fold(word);
      if (words.some(function (w) { return IDEOGRAPH.test(w) ? f.indexOf(w) >= 0 : f.startsWith(w); })) hits.push([start, start + word.length]);
    });
    var from = hits.length && hits[0][0] > 120 ? hits[0][0] - 60 : 0;
    if (from) { e.append('… '); at = from; }
    hits.forEach(function (h) {
      if (h[0] > from + 220) return;
      e.append(text.slice(at, h[0]), make('mark', '', text.slice(h[0], h[1]))); at = h[1];
    });
    e.append(text.slice(at, Math.max(at, from + 240)), from + 240 < text.length ? ' …' : '');
  }
  function item(it, r, words) {
    var li = make('li'), a = make('a'), title = make('b'), p = make('p');
    a.href = r.href; a.dir = title.dir = p.dir = 'auto';
    marked(title, r.title, words); marked(p, r.text, words);
    a.append(title); li.append(a);
    if (r.when || r.note) li.append(make('small', '', [r.note, r.when].filter(Boolean).join(' · ')));
    li.append(p);
    return li;
  }
  function count(it, n) { return String(n).replace(/\B(?=(\d{3})+$)/g, it.w.thousands); }
  function section(it, kind, ids, met, words) {
    var s = make('section'), ol = make('ol'), more = make('button', '', it.w.more), shown = 0;
    var single = kind === 'm' && met.part && met.words === 1;
    var h = make('h2', '', it.w[NAMES[kind]]), told = kind !== 'm' || !met.part ? count(it, ids.length)
      : it.w[single ? 'newest' : 'partly'].replace('{n}', count(it, ids.length)).replace('{all}', count(it, met.all));
    h.append(' ', make('small', '', told));
    function next() {
      var some = ids.slice(shown, shown += shown ? 40 : FEW);
      return Promise.all(some.map(function (id) { return result(it, kind, id); })).then(function (all) {
        all.forEach(function (r) { ol.append(item(it, r, words)); });
        more.hidden = shown >= ids.length;
      });
    }
    more.type = 'button';
    more.addEventListener('click', function () {
      var n = ol.children.length;
      next().then(function () { ol.children[n].firstChild.focus(); });
    });
    s.append(h, ol, more);
    return next().then(function () { return s; });
  }

  /* 5. The field and its results, on the page of search or above any other. */
  var own = d.getElementById('search'), dialog, field, turn = 0;
  function build(it, box) {
    var form = make('form'), label = make('label', 'vh', it.w.label), status = make('p', 'note'), results = make('div', 'results');
    field = make('input');
    field.type = 'search'; field.id = 'query'; label.htmlFor = 'query'; field.placeholder = it.w.hint;
    field.autocomplete = 'off'; field.spellcheck = false;
    status.setAttribute('role', 'status');
    form.append(label, field);
    if (dialog) { var b = make('button', '', it.w.close); b.type = 'button'; b.addEventListener('click', function () { dialog.close(); }); form.append(b); }
    box.append(form, status, results);
    function show(text) {
      var mine = ++turn, words = terms(text);
      if (own) try { history.replaceState(null, '', text ? '?q=' + encodeURIComponent(text) : location.pathname); } catch (e) { /* fine */ }
      if (!text.trim()) { results.replaceChildren(); status.textContent = ''; return; }
      find(it, text).then(function (met) {
        var total = 0, parts = 'pckm'.split('').map(function (kind) {
          var ids = Array.from(met[kind].entries()).sort(function (a, b) {
            return a[1] - b[1] || (kind === 'k' ? 0 : kind === 'm' ? b[0] - a[0] : a[0] - b[0]);
          }).map(function (e) { return e[0]; });
          total += ids.length;
          return ids.length && section(it, kind, ids, met, words);
        });
        return Promise.all(parts).then(function (all) {
          if (mine !== turn) return;
          results.replaceChildren.apply(results, all.filter(Boolean));
          status.textContent = (total ? it.w.found.replace('{n}', count(it, total)) : it.w.none.replace('{words}', function () { return text.trim(); })) + (met.cut ? ' ' + it.w.cut : '');
          d.body.setAttribute('data-found', text);
        });
      }).catch(function () { if (mine === turn) status.textContent = it.w.unknown; });
    }
    var timer;
    field.addEventListener('input', function () { clearTimeout(timer); timer = setTimeout(function () { show(field.value); }, 40); });
    form.addEventListener('submit', function (e) { e.preventDefault(); var a = results.querySelector('a'); if (a) a.click(); });
    box.addEventListener('keydown', function (e) {
      var step = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0;
      if (!step) return;
      var all = [field].concat(Array.from(results.querySelectorAll('a'))), next = all[all.indexOf(d.activeElement) + step];
      if (next) { e.preventDefault(); next.focus(); }
    });
    results.addEventListener('click', function (e) { if (dialog && e.target.closest('a')) dialog.close(); });
    if (own) { field.value = new URLSearchParams(location.search).get('q') || ''; show(field.value); }
  }
  window.triptychSearch = function () {
    open().then(function (it) {
      if (!field) {
        if (!own) { dialog = make('dialog', 'finder'); dialog.setAttribute('aria-label', it.w.label); d.body.append(dialog); }
        build(it, own || dialog);
      }
      if (dialog && !dialog.open) dialog.showModal();
      field.focus(); field.select();
    }, function () { if (!own) location.href = link.href; });
  };
  triptychSearch();
}());
