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

/* 1. Words, as the index has them. */
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
const say = {}, it = { w: say, n: {}, t: [], b: [] };
let ready;
async function directory() {
  for (const [kind, key, text] of (await load('index')).map(l => l.split('\t'))) {
    if (text === undefined) it[kind].push(key); else it[kind][key] = text;
  }
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
function* numbers(text) {
  for (let at = 1, value = 0, unit = 1; at < text.length; at++) {
    const digit = DIGITS.indexOf(text[at]);
    value += (digit & 31) * unit; unit *= 32;
    if (digit < 32) { yield [value, at + 1]; value = 0; unit = 1; }
  }
}

/* 3. Documents of each kind, with 0 where a word is met whole, else more. */
const none = () => ({ p: new Map(), c: new Map(), k: new Map(), m: new Map(), words: 0, all: 0 });
const put = (map, id, rank) => { if (!(map.get(id) <= rank)) map.set(id, rank); };
function add(found, term, fields, rank) {
  for (const field of fields) {
    const kind = field[0];
    if (kind === 'k') { put(found.k, term + '\t' + field, rank); continue; }
    const all = Array.from(numbers(field), n => n[0]);
    if (kind === 'm') { const n = all.shift(); found.all += n; found.words++; found.part ||= n > all.length; }
    all.reduce((last, n) => { put(found[kind], last += n, rank); return last; }, 0);
  }
}
async function lookup(term, isOpen) {
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
/* What both hold, or what either does. */
function join(a, b, isEither) {
  const out = isEither ? a : none();
  for (const kind of KINDS) for (const [id, rank] of b[kind]) {
    if (isEither) put(a[kind], id, rank); else if (a[kind].has(id)) out[kind].set(id, rank + a[kind].get(id));
  }
  return Object.assign(out, { cut: a.cut || b.cut, part: a.part || b.part, words: a.words + b.words, all: a.all + b.all });
}
async function find(text) {
  const parts = text.trim().split(/\s+/), isOpen = !/\s$/.test(text);
  const found = await Promise.all(parts.map(async (part, i) => {
    const last = isOpen && i === parts.length - 1, own = terms(part), id = await lookup(whole(part), last);
    /* An id or address that somebody has is what is meant; its parts are looked for where nobody has it. */
    if (own.length < 2 && own[0] === whole(part) || [...id.c.values(), ...id.k.values()].includes(0)) return id;
    const met = await Promise.all(own.map((t, j) => lookup(t, last && j === own.length - 1)));
    return join(met.length ? met.reduce((a, b) => join(a, b)) : none(), id, true);
  }));
  const met = found.reduce((a, b) => join(a, b));
  return parts[1] ? join(met, await lookup(whole(text), isOpen), true) : met;
}

/* 4. What is shown of them. */
const line = async (kind, n) => (await load(kind + '-' + ((n / PER[kind] | 0) + 1)))[n % PER[kind]].split('\t');
const timeline = stem => `${root}timelines/${stem.slice(0, 2)}/${stem}.html`;
async function result(kind, id) {
  if (kind === 'k') {
    const [term, field] = id.split('\t'), [number, at] = numbers(field).next().value, rest = field.slice(at), bar = rest.indexOf('|');
    const [name, stem] = await line('c', number), title = bar < 0 ? term : rest.slice(bar + 1);
    return { title: say.conversation.replace('{id}', () => title), href: timeline(stem) + '#c-' + rest.slice(0, 12), when: rest.slice(12, bar < 0 ? undefined : bar), text: name };
  }
  const f = await line(kind, id);
  if (kind === 'm') return { title: f[3], href: timeline(f[0]) + '#e-' + f[1].slice(1), when: f[2], note: f[1][0] === 'n' && say.note, text: f[4] };
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
const count = n => String(n).replace(/\B(?=(\d{3})+$)/g, say.thousands);
async function section(kind, ids, met, words) {
  const s = make('section'), h = make('h2', say[NAMES[kind]] + ' '), ol = make('ol'), more = make('button', say.more, { type: 'button' });
  const told = kind === 'm' && met.part && met.words === 1 ? say.newest : '{n}';
  async function next() {
    const first = ol.children.length, some = ids.slice(first, first + (first ? 40 : 8));
    for (const r of await Promise.all(some.map(id => result(kind, id)))) ol.append(item(r, words));
    more.hidden = ol.children.length >= ids.length;
    return ol.children[first].firstChild;
  }
  more.onclick = async () => (await next()).focus();
  h.append(make('small', told.replace('{n}', count(ids.length)).replace('{all}', count(met.all))));
  s.append(h, ol, more);
  await next();
  return s;
}

/* 5. The field and its results. */
const own = d.querySelector('div#search');
let dialog, field, turn = 0;
function build(box) {
  const form = make('form'), status = make('p', '', { className: 'note', role: 'status' }), results = make('div', '', { className: 'results' });
  field = make('input', '', { type: 'search', id: 'query', placeholder: say.hint, autocomplete: 'off', spellcheck: false });
  form.append(make('label', say.label, { className: 'vh', htmlFor: 'query' }), field);
  if (dialog) form.append(make('button', say.close, { type: 'button', onclick: () => dialog.close() }));
  box.append(form, status, results);
  async function answer(text) {
    if (!text.trim()) return [[], ''];
    const met = await find(text), words = terms(text);
    const lists = KINDS.map(kind => [kind, [...met[kind]].sort((a, b) => a[1] - b[1] || (kind === 'm' ? b[0] - a[0] : a[0] - b[0] || 0)).map(e => e[0])]).filter(l => l[1].length);
    const n = lists.reduce((sum, l) => sum + l[1].length, 0);
    const told = n ? say.found.replace('{n}', count(n)) : say.none.replace('{words}', () => text.trim());
    return [await Promise.all(lists.map(([kind, ids]) => section(kind, ids, met, words))), told + (met.cut ? ' ' + say.cut : '') + (met.part && met.words > 1 ? ' ' + say.partly : '')];
  }
  async function show(text) {
    const mine = ++turn;
    if (own) try { history.replaceState(null, '', text ? '?q=' + encodeURIComponent(text) : location.pathname); } catch { /* fine */ }
    const [sections, told] = await answer(text).catch(() => [[], say.unknown]);
    if (mine !== turn) return;
    results.replaceChildren(...sections); status.textContent = told;
    box.setAttribute('data-found', text);
  }
  let timer;
  field.oninput = () => { clearTimeout(timer); timer = setTimeout(() => show(field.value), 40); };
  /* Who types fast means what is written, not what was found before it. */
  form.onsubmit = async e => {
    e.preventDefault();
    clearTimeout(timer);
    const text = field.value;
    if (box.dataset.found !== text) await show(text);
    if (box.dataset.found === text && field.value === text) results.querySelector('a')?.click();
  };
  box.onkeydown = e => {
    /* At once: a field of this type would take the first to empty itself. */
    if (dialog && e.key === 'Escape') { e.preventDefault(); d.activeElement.blur(); return dialog.close(); }
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key], all = [field, ...results.querySelectorAll('a')];
    const next = step && all[all.indexOf(d.activeElement) + step];
    if (next) { e.preventDefault(); next.focus(); }
  };
  results.onclick = e => { if (dialog && e.target.closest('a')) dialog.close(); };
  if (own) show(field.value = new URLSearchParams(location.search).get('q') || '');
}
window.triptychSearch = async () => {
  try { await (ready ||= directory()); } catch { if (!own) location.href = link.href; return; }
  if (!field) {
    if (!own) d.body.append(dialog = make('dialog', '', { className: 'finder', ariaLabel: say.label }));
    build(own || dialog);
  } else field.select();
  if (dialog && !dialog.open) dialog.showModal();
  field.focus();
};
triptychSearch.terms = terms;
triptychSearch();
})();
