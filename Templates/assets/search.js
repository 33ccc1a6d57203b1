/* Triptych: search. Loaded on first use; its index comes in classic scripts, for pages that are files. */
(() => {
'use strict';
if (window.triptychSearch) return triptychSearch();
const d = document, link = d.querySelector('.search'), root = link.href.replace(/search\.html.*/, '');
const CJK = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\u3099\\u309aー';
const WORD = /[\p{L}\p{M}\p{N}]+/gu, PART = RegExp(`[${CJK}]+|[^${CJK}]+`, 'gu'), IDEOGRAPH = RegExp(`[${CJK}]`, 'u');
const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', ŀ: 'l', ı: 'i', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ŧ: 't', ς: 'σ' };
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const PER = { p: 128, c: 128, m: 64 }, KINDS = [...'pckm'], NAMES = { p: 'pages', c: 'customers', k: 'conversations', m: 'messages' };

/* 1. Words, as the index has them: see Sources/Search. */
const fold = s => s.toLowerCase()
  .replace(/[\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00c0-\u052f\u1e00-\u1fff\ufb00-\ufb06\uff01-\uff5e]/g, c => LETTERS[c] || c.normalize('NFKD').toLowerCase())
  .replace(/[\u0300-\u036f\ufe00-\ufe0f]|\udb40[\udd00-\uddef]/g, '').replace(/[æøς]/g, c => LETTERS[c]);
const terms = s => (fold(s).match(WORD) || []).flatMap(w => w.match(PART)).flatMap(part => {
  const c = [...part];
  return IDEOGRAPH.test(part) && c[1] ? c.slice(1).map((x, i) => c[i] + x) : part;
});
const whole = s => fold([...s.trim().replace(/\s+/g, ' ')].slice(0, 200).join(''));

/* 2. Shards. */
const shards = {}, loading = {}, parsed = {};
window.triptychShard = (name, text) => { shards[name] = text.split('\n').slice(0, -1); };
const load = name => loading[name] ||= new Promise((yes, no) => {
  const s = d.createElement('script');
  s.src = `${root}search/${name}.js`;
  s.onload = () => { s.remove(); if (shards[name]) yes(shards[name]); else no(name); };
  s.onerror = () => { loading[name] = null; no(name); };
  d.head.append(s);
});
async function directory() {
  const it = { w: {}, n: {}, t: [], b: [] };
  for (const [kind, key, text] of (await load('index')).map(l => l.split('\t'))) {
    if (text === undefined) it[kind].push(key); else it[kind][key] = text;
  }
  return it;
}
/* By code points, as the index is sorted. */
function before(a, b) {
  const x = [...a], y = [...b], i = x.findIndex((c, n) => c !== y[n]);
  return i < 0 ? x.length < y.length : i < y.length && x[i].codePointAt() < y[i].codePointAt();
}
/* The shards that may hold terms with that beginning. */
function homes(starts, term, base) {
  let low = 0, high = starts.length;
  while (low < high) { const mid = low + high >> 1; if (before(term, starts[mid])) high = mid; else low = mid + 1; }
  const all = [];
  for (let i = Math.max(0, low - 1); i < starts.length && (!all.length || starts[i].startsWith(term)); i++) all.push(base + i);
  return all;
}
async function entries(number) {
  let last = '';
  return parsed[number] ||= (await load('t-' + (number + 1))).map(line => {
    const [term, ...fields] = line.split('\t');
    return [last = last.slice(0, parseInt(term[0], 36)) + term.slice(1), fields];
  });
}
/* Numbers at the start of a field. */
function* numbers(text) {
  for (let at = 1, value = 0, unit = 1; at < text.length; at++) {
    const digit = DIGITS.indexOf(text[at]);
    value += (digit & 31) * unit; unit *= 32;
    if (digit < 32) { yield [value, at + 1]; value = 0; unit = 1; }
  }
}

/* 3. Documents of each kind, with 0 where a word is met whole, else more. */
const none = () => ({ p: new Map(), c: new Map(), k: new Map(), m: new Map(), cut: false, part: false, words: 0, all: 0 });
const put = (map, id, rank) => { if (!(map.get(id) <= rank)) map.set(id, rank); };
function add(found, term, fields, rank) {
  for (const field of fields) {
    const kind = field[0], all = kind === 'k' ? [] : [...numbers(field)].map(n => n[0]);
    if (kind === 'k') put(found.k, term + '\t' + field, rank);
    if (kind === 'm') { const n = all.shift(); found.all += n; found.words++; found.part ||= n > all.length; }
    let last = 0;
    for (const n of all) put(found[kind], last += n, rank);
  }
}
async function lookup(it, term, isOpen) {
  const found = none();
  if (!term) return found;
  let all = homes(it.t, term, 0);
  if (it.b.length) {
    const lists = homes(it.b, term, 0).slice(0, 2).map(async b => homes(await load('n-' + (b + 1)), term, b * 256));
    all = (await Promise.all(lists)).flat();
  }
  found.cut = isOpen && all.length > 3;
  for (const list of await Promise.all(all.slice(0, 3).map(entries))) {
    for (const [t, fields] of list) {
      if (t === term || t.startsWith(term + '@')) add(found, t, fields, 0);
      else if (isOpen && t.startsWith(term)) add(found, t, fields, 1);
    }
  }
  return found;
}
const joined = (out, a, b) => Object.assign(out, { cut: a.cut || b.cut, part: a.part || b.part, words: a.words + b.words, all: a.all + b.all });
function both(a, b) {
  const out = none();
  for (const kind of KINDS) for (const [id, rank] of a[kind]) if (b[kind].has(id)) out[kind].set(id, rank + b[kind].get(id));
  return joined(out, a, b);
}
function either(a, b) {
  for (const kind of KINDS) for (const [id, rank] of b[kind]) put(a[kind], id, rank);
  return joined(a, a, b);
}
async function find(it, text) {
  const parts = text.trim().split(/\s+/), isOpen = !/\s$/.test(text);
  const found = await Promise.all(parts.map(async (part, i) => {
    const last = isOpen && i === parts.length - 1, own = terms(part), id = lookup(it, whole(part), last);
    if (own.length < 2 && own[0] === whole(part)) return id;
    const met = await Promise.all(own.map((t, j) => lookup(it, t, last && j === own.length - 1)));
    return either(met.length ? met.reduce((a, b) => both(a, b)) : none(), await id);
  }));
  const met = found.reduce((a, b) => both(a, b));
  return parts[1] ? either(met, await lookup(it, whole(text), isOpen)) : met;
}

/* 4. What is shown of them. */
const line = async (kind, n) => (await load(kind + '-' + ((n / PER[kind] | 0) + 1)))[n % PER[kind]].split('\t');
const timeline = stem => `${root}timelines/${stem.slice(0, 2)}/${stem}.html`;
async function result(it, kind, id) {
  if (kind === 'k') {
    const [term, field] = id.split('\t'), [number, at] = numbers(field).next().value, rest = field.slice(at), bar = rest.indexOf('|');
    const [name, stem] = await line('c', number), title = bar < 0 ? term : rest.slice(bar + 1);
    return { title: it.w.conversation.replace('{id}', () => title), href: timeline(stem) + '#c-' + rest.slice(0, 12), when: rest.slice(12, bar < 0 ? undefined : bar), text: name };
  }
  const f = await line(kind, id);
  if (kind === 'm') return { title: f[3], href: timeline(f[0]) + '#e-' + f[1].slice(1), when: f[2], note: f[1][0] === 'n' && it.w.note, text: f[4] };
  return { title: f[0], href: kind === 'p' ? root + f[1] : timeline(f[1]), text: f[2] };
}
const make = (name, text, more) => Object.assign(d.createElement(name), { textContent: text || '' }, more);
/* Marks words: nodes, never markup. */
function marked(e, text, words) {
  const hits = [...text.matchAll(WORD)].filter(([w]) => words.some(t => IDEOGRAPH.test(t) ? fold(w).includes(t) : fold(w).startsWith(t)));
  const from = hits[0]?.index > 120 ? text.indexOf(' ', hits[0].index - 60) + 1 : 0, end = from + 240 < text.length ? text.lastIndexOf(' ', from + 240) : text.length;
  let at = from;
  if (from) e.append('… ');
  for (const { 0: w, index } of hits) {
    if (index + w.length > end) break;
    e.append(text.slice(at, index), make('mark', w)); at = index + w.length;
  }
  e.append(text.slice(at, Math.max(at, end)), end < text.length ? ' …' : '');
}
function item(r, words) {
  const li = make('li'), a = make('a', '', { href: r.href, dir: 'auto' }), p = make('p', '', { dir: 'auto' });
  marked(a, r.title, words); marked(p, r.text, words);
  li.append(a, make('small', [r.note, r.when].filter(Boolean).join(' · ')), p);
  return li;
}
const count = (it, n) => String(n).replace(/\B(?=(\d{3})+$)/g, it.w.thousands);
async function section(it, kind, ids, met, words) {
  const s = make('section'), h = make('h2', it.w[NAMES[kind]] + ' '), ol = make('ol'), more = make('button', it.w.more, { type: 'button' });
  const told = kind === 'm' && met.part && met.words === 1 ? it.w.newest : '{n}';
  async function next() {
    const first = ol.children.length, some = ids.slice(first, first + (first ? 40 : 8));
    for (const r of await Promise.all(some.map(id => result(it, kind, id)))) ol.append(item(r, words));
    more.hidden = ol.children.length >= ids.length;
    return ol.children[first].firstChild;
  }
  more.onclick = async () => (await next()).focus();
  h.append(make('small', told.replace('{n}', count(it, ids.length)).replace('{all}', count(it, met.all))));
  s.append(h, ol, more);
  await next();
  return s;
}

/* 5. The field and its results. */
const own = d.querySelector('div#search');
let dialog, field, turn = 0;
function build(it, box) {
  const form = make('form'), status = make('p', '', { className: 'note', role: 'status' }), results = make('div', '', { className: 'results' });
  field = make('input', '', { type: 'search', id: 'query', placeholder: it.w.hint, autocomplete: 'off', spellcheck: false });
  form.append(make('label', it.w.label, { className: 'vh', htmlFor: 'query' }), field);
  if (dialog) form.append(make('button', it.w.close, { type: 'button', onclick: () => dialog.close() }));
  box.append(form, status, results);
  async function answer(text) {
    if (!text.trim()) return [[], ''];
    const met = await find(it, text), words = terms(text);
    const lists = KINDS.map(kind => [kind, [...met[kind]].sort((a, b) => a[1] - b[1] || (kind === 'm' ? b[0] - a[0] : a[0] - b[0] || 0)).map(e => e[0])]).filter(l => l[1].length);
    const n = lists.reduce((sum, l) => sum + l[1].length, 0);
    const told = n ? it.w.found.replace('{n}', count(it, n)) : it.w.none.replace('{words}', () => text.trim());
    return [await Promise.all(lists.map(([kind, ids]) => section(it, kind, ids, met, words))), told + (met.cut ? ' ' + it.w.cut : '') + (met.part && met.words > 1 ? ' ' + it.w.partly : '')];
  }
  async function show(text) {
    const mine = ++turn;
    if (own) try { history.replaceState(null, '', text ? '?q=' + encodeURIComponent(text) : location.pathname); } catch { /* fine */ }
    const [sections, told] = await answer(text).catch(() => [[], it.w.unknown]);
    if (mine !== turn) return;
    results.replaceChildren(...sections); status.textContent = told;
    box.setAttribute('data-found', text);
  }
  let timer;
  field.oninput = () => { clearTimeout(timer); timer = setTimeout(() => show(field.value), 40); };
  form.onsubmit = e => { e.preventDefault(); results.querySelector('a')?.click(); };
  box.onkeydown = e => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key], all = [field, ...results.querySelectorAll('a')];
    const next = step && all[all.indexOf(d.activeElement) + step];
    if (next) { e.preventDefault(); next.focus(); }
  };
  results.onclick = e => { if (dialog && e.target.closest('a')) dialog.close(); };
  if (own) show(field.value = new URLSearchParams(location.search).get('q') || '');
}
window.triptychSearch = async () => {
  const it = await directory().catch(() => { if (!own) location.href = link.href; });
  if (!it) return;
  if (!field) {
    if (!own) d.body.append(dialog = make('dialog', '', { className: 'finder', ariaLabel: it.w.label }));
    build(it, own || dialog);
  } else field.select();
  if (dialog && !dialog.open) dialog.showModal();
  field.focus();
};
triptychSearch.terms = terms;
triptychSearch();
})();
