/* Triptych: a site in one file. Its files lie packed in this page; each page that is asked for takes this one's place. */
(function () {
  'use strict';
  var d = document, KEY = 'triptych', BASE = 'https://snapshot.invalid/', own = location.href.replace(/[?#].*$/, '');
  var head = JSON.parse(d.getElementById('triptych-head').textContent), words = head.words, lang = d.documentElement.lang;
  var style = d.getElementById('triptych-style').textContent;
  function texts(name) { return [].map.call(d.querySelectorAll('.triptych-' + name), function (s) { return s.textContent; }); }
  var parts = { part: texts('part'), index: texts('index') }, key = null, manifest = null, files = new Map();
  function utf8(text) { return new TextEncoder().encode(text); }
  function text(bytes) { return new TextDecoder().decode(bytes); }

  /* 1. Bytes: base64, then AES-GCM where the file is locked, then deflate. */
  function decode(base64) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
    var raw = atob(base64), bytes = new Uint8Array(raw.length);
    for (var i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
    return bytes;
  }
  /* Each kind of part counts in a range of its own, so that no nonce is used twice. */
  var FIRST = { part: 0, index: 0x80000000, check: 0xFFFFFFFF };
  function decrypt(key, kind, number, data) {
    var nonce = new Uint8Array(12);
    nonce.set(decode(head.lock.nonce));
    new DataView(nonce.buffer).setUint32(8, FIRST[kind] + number);
    var label = utf8(head.format + ' ' + kind + ' ' + number);
    return crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData: label }, key, data);
  }
  async function unpack(kind, number) {
    var data = decode(parts[kind][number]);
    if (key) data = await decrypt(key, kind, number, data);
    var stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }
  var recent = new Map();
  function part(number) {
    var bytes = recent.get(number) || unpack('part', number);
    recent.delete(number); recent.set(number, bytes);
    if (recent.size > 12) recent.delete(recent.keys().next().value);
    return bytes;
  }

  /* 2. Files: one stream in the manifest's order, cut into parts of one size. */
  async function open() {
    var pieces = [];
    for (var i = 0; i < parts.index.length; i++) pieces.push(await unpack('index', i));
    manifest = JSON.parse(text(new Uint8Array(await new Blob(pieces).arrayBuffer())));
    var at = 0;
    manifest.files.forEach(function (f) { files.set(f.path, { at: at, bytes: f.bytes }); at += f.bytes; });
  }
  async function read(path) {
    var file = files.get(path), bytes = new Uint8Array(file.bytes), done = 0;
    while (done < file.bytes) {
      var at = file.at + done, number = Math.floor(at / head.part), start = at - number * head.part;
      var piece = (await part(number)).subarray(start, start + file.bytes - done);
      if (!piece.length) throw new Error('short');
      bytes.set(piece, done); done += piece.length;
    }
    return bytes;
  }
  var TYPES = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', png: 'image/png', csv: 'text/csv', json: 'application/json', jpg: 'image/jpeg', webp: 'image/webp', gif: 'image/gif', woff2: 'font/woff2' };
  var urls = new Map();
  function url(path) {
    if (!urls.has(path)) {
      urls.set(path, read(path).then(function (bytes) {
        return URL.createObjectURL(new Blob([bytes], { type: TYPES[path.replace(/^.*\./, '')] || 'application/octet-stream' }));
      }));
    }
    return urls.get(path);
  }

  /* 3. Addresses: the page stands in this file's query, so that the fragment stays the page's own. */
  function target(u) {
    var q = new URLSearchParams(u.search), path = q.get(KEY) || manifest.first;
    q.delete(KEY);
    return { path: path, search: q.toString(), hash: u.hash };
  }
  function address(t) {
    return own + '?' + KEY + '=' + encodeURIComponent(t.path).replace(/%2F/g, '/') + (t.search && '&' + t.search) + t.hash;
  }
  /* Where a link of a page leads within this file; null for one that leads elsewhere. */
  function inside(ref, from) {
    try {
      if (ref.indexOf(own + '?') === 0) return target(new URL(ref));
      if (ref.indexOf(location.protocol) === 0) return astray(new URL(ref), from);
      var u = new URL(ref, BASE + from.split('/').map(encodeURIComponent).join('/'));
      if (u.href.indexOf(BASE) !== 0) return null;
      var path = decodeURIComponent(u.pathname.slice(1));
      return { path: path + (/(^|\/)$/.test(path) ? 'index.html' : ''), search: u.search.slice(1), hash: u.hash };
    } catch (e) { return null; }
  }
  /* A script may ask the browser for a link's whole address, which it takes from this file's place and not the page's:
     so the way from here to there is taken from the page. Where it climbed above the top, it is the way from the site's. */
  function astray(u, from) {
    var start = new URL('.', own), a = start.pathname.split('/'), b = u.pathname.split('/'), same = 0;
    if (u.host !== start.host) return null;
    while (same < a.length - 1 && same < b.length - 1 && a[same] === b[same]) same++;
    var rest = u.search + u.hash, way = '../'.repeat(a.length - 1 - same) + b.slice(same).join('/');
    return [inside('./' + way + rest, from), inside('./' + b.slice(1).join('/') + rest, '')].filter(function (t) { return t && files.has(t.path); })[0] || null;
  }
  function isPage(path) { return /\.html$/.test(path); }

  /* 4. A page: its own policy gives way to this file's, which is stricter; what it loads comes from here. */
  var TAG = /<(?:script|link|img|meta)\b[^>]*>/gi, REF = /\s(src|href)="([^"]*)"/i;
  async function outfit(html, path) {
    var known = {};
    await Promise.all((html.match(TAG) || []).map(async function (tag) {
      var m = REF.exec(tag);
      if (!m || /^<link/i.test(tag) && !/\srel="[^"]*(?:stylesheet|icon)/i.test(tag)) return;
      var t = inside(m[2].replace(/&amp;/g, '&'), path);
      if (t && files.has(t.path)) known[m[2]] = await url(t.path);
    }));
    return html.replace(TAG, function (tag) {
      if (/^<meta/i.test(tag)) return /content-security-policy/i.test(tag) ? '' : tag;
      return tag.replace(REF, function (all, name, ref) { return known[ref] ? ' ' + name + '="' + known[ref] + '"' : all; });
    });
  }
  var current = null, turn = 0, busy = false, timer;
  async function show(t, y) {
    var mine = ++turn, html;
    busy = true; clearTimeout(timer);
    if (!files.has(t.path) || !isPage(t.path)) return say(words.absent, t.path);
    try { html = await outfit(text(await read(t.path)), t.path); } catch (e) { return say(words.damaged); }
    if (mine !== turn) return;
    current = t.path;
    write(html, function () {
      note();
      /* Behind what the page's own scripts do at this moment. */
      setTimeout(function () {
        if (typeof y === 'number') scrollTo(0, y); else if (location.hash.length > 1) location.replace(location.hash); else scrollTo(0, 0);
        setTimeout(function () { busy = false; remember(); }, 100);
      });
    });
  }
  /* The document stays and its content goes, with every listener; so those of this file are set again. What the page's
     scripts left in the window goes too, or the next page would find it and take it for its own. */
  var names = new Set(Object.getOwnPropertyNames(window));
  function write(html, ready) {
    Object.getOwnPropertyNames(window).forEach(function (name) { if (!names.has(name)) Reflect.deleteProperty(window, name); });
    d.open();
    listen();
    if (ready) d.addEventListener('DOMContentLoaded', ready);
    d.write(html);
    d.close();
  }
  function escape(s) { return s.replace(/[&<>"]/g, function (c) { return '&#' + c.charCodeAt(0) + ';'; }); }
  function say(sentence, path) {
    current = path || null; busy = false;
    write('<!doctype html><html lang="' + escape(lang) + '"><head><meta charset="utf-8"><title>' + escape(words.title) +
      '</title><link rel="stylesheet" href="' + URL.createObjectURL(new Blob([style], { type: 'text/css' })) +
      '"></head><body><main><h1>' + escape(words.title) + '</h1><p id="triptych-state" role="alert">' + escape(sentence) + '</p>' +
      (path && manifest ? '<p><a href="' + escape(address({ path: manifest.first, search: '', hash: '' })) + '">' + escape(words.back) + '</a></p>' : '') +
      '</main></body></html>');
  }
  function day(date) {
    var p = date.split('-');
    return words.day.replace('{day}', +p[2]).replace('{month}', head.months[p[1] - 1]).replace('{year}', p[0]);
  }
  function note() {
    if (!manifest.expires) return;
    var p = d.createElement('p');
    p.className = 'wrap'; p.id = 'triptych-note';
    p.appendChild(d.createElement('small')).textContent = words.expires.replace('{date}', day(manifest.expires));
    d.body.insertBefore(p, d.querySelector('main') || null);
  }

  /* 5. Going about: links, back and forward, downloads. */
  var replace = history.replaceState.bind(history), push = history.pushState.bind(history);
  function attempt(f, state, where) { try { f(state, '', where); } catch (e) { /* a viewer without a history */ } }
  function remember() { clearTimeout(timer); attempt(replace, Object.assign({}, history.state, { y: scrollY })); }
  /* What a page's script says of its address is said of the address in this file. */
  [['replaceState', replace], ['pushState', push]].forEach(function (f) {
    history[f[0]] = function (state, title, where) {
      var u = new URL(where === undefined || where === null ? location.href : where, location.href), q = new URLSearchParams(u.search);
      q.delete(KEY);
      f[1](Object.assign({ y: scrollY }, state), title, address({ path: current, search: q.toString(), hash: u.hash }));
    };
  });
  function go(t) {
    if (files.has(t.path) && !isPage(t.path)) return save(t.path);
    remember();
    var now = target(location);
    if (t.path === current && t.search === now.search) {
      if (t.hash) location.hash = t.hash; else scrollTo(0, 0);
      return;
    }
    attempt(push, {}, address(t));
    show(t);
  }
  /* A page's script that sets the address itself means it from its page's place, and the browser took it from this
     file's: so it is brought back. */
  if (window.navigation) {
    navigation.addEventListener('navigate', function (e) {
      if (!e.cancelable || e.destination.sameDocument || e.navigationType === 'reload' || current === null) return;
      var t = e.destination.url.replace(/[?#].*$/, '') !== own && inside(e.destination.url, current);
      if (!t || !files.has(t.path)) return;
      e.preventDefault();
      go(t);
    });
  }
  async function save(path) {
    var a = d.createElement('a');
    a.href = await url(path); a.download = path.replace(/^.*\//, '');
    a.click();
  }
  function link(e) {
    var a = e.target && e.target.closest && e.target.closest('a[href]'), ref = a && a.getAttribute('href');
    if (!a || ref[0] === '#') return null;
    var t = inside(ref, current || '');
    if (!t && /^https?:/i.test(ref)) { a.setAttribute('target', '_blank'); a.setAttribute('rel', 'noopener noreferrer'); }
    return t && { a: a, target: t };
  }
  /* For a moment the link says where it leads in this file, for those who open it in another tab or copy it. */
  function lend(e) {
    if (!e.button && !e.ctrlKey && !e.metaKey && !e.shiftKey) return;
    var l = link(e), ref = l && l.a.getAttribute('href'), lent = l && address(l.target);
    if (!l || ref === lent || !isPage(l.target.path)) return;
    l.a.setAttribute('href', lent);
    setTimeout(function () { l.a.setAttribute('href', ref); }, 1000);
  }
  function click(e) {
    var l = !e.defaultPrevented && !e.button && link(e);
    if (!l) return;
    if ((e.ctrlKey || e.metaKey || e.shiftKey) && isPage(l.target.path)) return lend(e);
    e.preventDefault();
    go(l.target);
  }
  function travel(e) {
    var t = target(location), y = e.state && e.state.y;
    if (t.path !== current) return show(t, y);
    if (typeof y === 'number') scrollTo(0, y);
  }
  function listen() {
    addEventListener('click', click);
    addEventListener('pointerdown', lend, true);
    addEventListener('popstate', travel);
    addEventListener('scroll', function () {
      clearTimeout(timer);
      if (!busy) timer = setTimeout(remember, 200);
    }, { passive: true });
  }
  /* A script that a page's script adds, such as a shard of the search index: its bytes come from here. */
  var src = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src'), plain = Element.prototype.setAttribute;
  function load(element, ref) {
    var t = current !== null && !/^blob:/.test(ref) && inside(ref, current);
    if (!t) return src.set.call(element, ref);
    (files.has(t.path) ? url(t.path) : Promise.reject()).then(
      function (u) { src.set.call(element, u); }, function () { element.dispatchEvent(new Event('error')); });
  }
  Object.defineProperty(HTMLScriptElement.prototype, 'src', {
    configurable: true, enumerable: true, get: src.get, set: function (ref) { load(this, String(ref)); }
  });
  HTMLScriptElement.prototype.setAttribute = function (name, value) {
    if (String(name).toLowerCase() === 'src') load(this, String(value)); else plain.call(this, name, value);
  };

  /* 6. Opening. */
  async function start() {
    try { await open(); } catch (e) { return say(words.damaged); }
    var now = new Date(), today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    if (manifest.expires && today > manifest.expires) return say(words.expired.replace('{date}', day(manifest.expires)));
    history.scrollRestoration = 'manual';
    show(target(location), history.state && history.state.y);
  }
  async function derive(phrase) {
    var raw = await crypto.subtle.importKey('raw', utf8(phrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
    var how = { name: 'PBKDF2', hash: 'SHA-256', salt: decode(head.lock.salt), iterations: head.lock.rounds };
    return crypto.subtle.deriveKey(how, raw, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
  }
  function ask() {
    var form = d.getElementById('triptych-unlock'), field = d.getElementById('triptych-passphrase'), state = d.getElementById('triptych-state');
    var button = form.querySelector('button');
    button.disabled = false;
    form.addEventListener('submit', async function (e) {
      e.preventDefault();
      if (button.disabled) return;
      button.disabled = true; state.textContent = words.opening;
      var found = await derive(field.value);
      try { await decrypt(found, 'check', 0, decode(head.lock.check)); } catch (x) {
        button.disabled = false; state.textContent = words.wrong; field.select();
        return;
      }
      key = found; field.value = '';
      start();
    });
  }
  try { new DecompressionStream('deflate-raw'); } catch (e) { return say(words.old); }
  if (!head.lock) start(); else if (!window.crypto || !crypto.subtle) say(words.insecure); else ask();
}());
