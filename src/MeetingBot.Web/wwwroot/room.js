// Keeps the room's page up to date and sends its forms in place. The page works without it; it only arrives later.
import './telling-zone.js';
import { tick } from './clocks.js';
import { hasFile, put as putFile, take as takeFile, takeFiles } from './giving-file.js';
import { fieldsOf, isTouched, move, replace, words } from './replacing.js';
import { isAtEnd, show, tellOfNewest, toEnd } from './scrolling.js';
const room = document.getElementById('room');
const posts = document.getElementById('posts');
const composer = document.getElementById('composer');
const text = document.getElementById('text');
const panel = () => document.getElementById('panel');

for (const element of document.querySelectorAll('[data-script]')) element.hidden = false;

// --- putting HTML from the server in place ---------------------------------------------------------------------

const parse = html => [...Object.assign(document.createElement('template'), { innerHTML: html }).content.children];

function putPost(post) {
  const before = document.getElementById(post.id);
  if (before) {
    if (before.dataset.print !== post.dataset.print) replace(before, post);
    return;
  }
  const next = [...posts.children].find(e => e.id > post.id) ?? null;
  const old = post.dataset.slot && [...posts.children].find(e => e.dataset.slot === post.dataset.slot);
  if (old) move(old, post, next);
  else posts.insertBefore(post, next);
  announce(post);
}

// Whoever stood in a message that goes away goes on in the box.
function removePost(id) {
  const old = document.getElementById(id);
  const focused = old?.contains(document.activeElement);
  old?.remove();
  if (focused) text.focus({ preventScroll: true });
}

function reset(list) {
  const kept = new Set(list.map(post => post.id));
  for (const old of [...posts.children]) if (!kept.has(old.id)) removePost(old.id);
  for (const post of list) putPost(post);
}

function putPanel(next) {
  const before = panel();
  if (before.dataset.print === next.dataset.print) return;
  replace(before, next);
  tick();
}

// After a minute what was asked about needs no question any more.
const QuestionStands = 60_000;

// A question has to be seen, wherever it was called forth: on a phone the panel is a screen away.
function notice(next) {
  document.getElementById('notice').replaceWith(next);
  if (!next.querySelector('form')) return;
  next.scrollIntoView({ block: 'nearest' });
  setTimeout(() => { if (next.isConnected) clearNotice(); }, QuestionStands);
}

const isAsked = () => document.querySelector('#notice form') !== null;

function announce(post) {
  const author = post.querySelector('.author')?.textContent ?? '';
  if (author === room.dataset.me) return;
  const part = post.querySelector('.text, .card');
  document.getElementById('announce').textContent = `${author}: ${part ? words(part).slice(0, 200) : ''}`;
}

const tokenName = '__RequestVerificationToken';
let token = composer.elements[tokenName].value;

function setToken(next) {
  token = next;
  for (const field of document.getElementsByName(tokenName)) field.value = token;
}

// --- when it is put in place -----------------------------------------------------------------------------------

// A button replaced while it is held down is never pressed, a word being composed is cut off: what arrives meanwhile
// waits. A tap's click comes a moment after the finger has left.
const TapDelay = 300;
let holding = false;
let release = 0;
const waiting = [];

function arrive(put) {
  waiting.push(put);
  if (!holding) putWaiting();
}

// Who reads the newest message goes on reading the newest, but for a put that has shown something else (true).
function putWaiting() {
  const atEnd = isAtEnd();
  const last = posts.lastElementChild?.id;
  const shown = waiting.splice(0).map(put => put());
  if (atEnd && !shown.includes(true)) toEnd();
  else if (posts.lastElementChild?.id !== last && !isAtEnd()) tellOfNewest();
}

function hold(event) {
  if (!event.target.closest?.('#posts, #panel')) return;
  clearTimeout(release);
  holding = true;
}

function letGo(delay = 0) {
  if (!holding) return;
  clearTimeout(release);
  release = setTimeout(() => { holding = false; putWaiting(); }, delay);
}

const isSpace = event => event.key === ' ' && event.target.tagName === 'BUTTON';
addEventListener('pointerdown', event => { if (event.isPrimary && event.button === 0) hold(event); }, true);
addEventListener('pointerup', () => letGo(TapDelay), true);
addEventListener('keydown', event => { if (isSpace(event)) hold(event); }, true);
addEventListener('keyup', event => { if (event.key === ' ') letGo(); }, true);
addEventListener('compositionstart', hold, true);
for (const end of ['click', 'pointercancel', 'compositionend', 'blur', 'dragend', 'visibilitychange'])
  addEventListener(end, event => { if (end !== 'blur' || event.target === window) letGo(); }, true);

// --- live arrival ----------------------------------------------------------------------------------------------

let mark = room.dataset.mark;

function listen() {
  const source = new EventSource(`${room.dataset.events}&after=${encodeURIComponent(mark)}`);
  const on = (kind, handle) => source.addEventListener(kind, event => {
    if (event.lastEventId) mark = event.lastEventId;
    handle(event.data);
  });
  const onPut = (kind, put) => on(kind, data => arrive(() => put(data)));
  on('token', next => { setToken(next); connection(''); reached(); room.dataset.live = 'true'; });
  onPut('put', html => parse(html).forEach(putPost));
  onPut('reset', html => reset(parse(html)));
  onPut('remove', removePost);
  onPut('panel', html => parse(html).forEach(putPanel));
  on('state', connection);
  source.onerror = () => {
    delete room.dataset.live;
    connection('Not connected; trying again.');
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(listen, 3000);
  };
}

function connection(words) {
  document.getElementById('connection').textContent = words;
}

listen();
if (!location.hash.startsWith('#post')) toEnd();

// --- what is half typed: it outlives a reload -------------------------------------------------------------------

const draftName = JSON.stringify(['draft', location.pathname, room.dataset.me]);

// A browser may keep nothing for us; then there is only no draft.
function keepDraft() {
  try {
    if (text.value) sessionStorage.setItem(draftName, text.value);
    else sessionStorage.removeItem(draftName);
  } catch { }
}

function setText(value) {
  text.value = value;
  keepDraft();
}

try {
  if (!text.value) text.value = sessionStorage.getItem(draftName) ?? '';
} catch { }
text.addEventListener('input', keepDraft);

// --- sending ---------------------------------------------------------------------------------------------------

const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, '0')).join('');

async function post(form, data, retried = false) {
  data.set(tokenName, token);
  const response = await fetch(form.action, {
    method: 'POST', body: new URLSearchParams(data), headers: { 'X-Requested-With': 'fetch' }, redirect: 'error',
  });
  const next = response.headers.get('X-Form-Token');
  if (!next || retried) return response;
  setToken(next);
  return post(form, data, true);
}

// The same content again after a failure is the same sending: it keeps its id until it went through.
const unsent = new Map();

function contentOf(form, data) {
  data.delete(tokenName);
  data.delete('form');
  return form.action + JSON.stringify([...data]);
}

function nameSending(form, data) {
  const content = contentOf(form, data);
  if (!unsent.has(content)) unsent.set(content, newId());
  data.set('form', unsent.get(content));
  return content;
}

/** Whether it went through. */
async function send(form, data) {
  const content = nameSending(form, data);
  const print = printOf(`post-${data.get('post')}`);
  form.setAttribute('aria-busy', 'true');
  try {
    const response = await post(form, data);
    const parts = response.status === 204 ? [] : parse(await response.text());
    if (response.ok) unsent.delete(content);
    const said = parts.find(e => e.id === 'notice');
    if (said) notice(said);
    else if (!response.ok) say('That did not work. Please send it again.');
    else if (!isAsked()) clearNotice();
    if (response.ok && !said?.classList.contains('bad')) arrive(() => empty(data));
    for (const part of parts.filter(e => e.classList.contains('post'))) {
      arrive(() => putAnswer(part, form, print));
    }
    return response.ok;
  } catch {
    say('The server cannot be reached. Please send it again in a moment: nothing will be there twice.');
    document.getElementById('notice').dataset.unreached = 'true';
    return false;
  } finally {
    form.removeAttribute('aria-busy');
  }
}

const printOf = id => document.getElementById(id)?.dataset.print;
const headingOf = post => words(post.querySelector('h3') ?? post);

// A version that came meanwhile counts the answers of all, and this one's too or the next that comes will.
const isOvertaken = (answer, shown, print) =>
  room.dataset.live && shown && shown.dataset.print !== print && headingOf(shown) === headingOf(answer);

// The card that was used stays in sight; what was pressed elsewhere only changes it.
function putAnswer(post, form, print) {
  if (!isOvertaken(post, document.getElementById(post.id), print)) putPost(post);
  const put = document.getElementById(post.id);
  if (!put || !form.classList.contains('card')) return false;
  show(put);
  return true;
}

// What was sent with a card is not what somebody is typing any more. Only a reset also forgets that a field was used,
// so that an emptied one is not called wrong.
function empty(data) {
  const card = document.getElementById(`post-${data.get('post')}`);
  if (!card || new URLSearchParams(data.get('press')).get('inputs') !== '1') return;
  const kept = fieldsOf(card).filter(field => isTouched(field) && !data.getAll(field.name).includes(field.value))
    .map(field => [field, field.value, field.checked]);
  card.querySelector('form')?.reset();
  for (const [field, value, checked] of kept) Object.assign(field, { value, checked });
}

// One press after the other; the same once more while it is on its way is a double click.
const presses = new Set();
let lastPress = Promise.resolve();

function press(form, data) {
  const content = contentOf(form, data);
  if (presses.has(content)) return;
  presses.add(content);
  lastPress = lastPress.then(() => send(form, data)).then(() => presses.delete(content));
}

// Lines typed faster than they are saved wait for each other; what did not go through is back in the box.
const lines = [];

// The second click of a double click finds the box empty: its line is on its way.
const DoubleClick = 1000;
let lastLine = -DoubleClick;

async function sendLine(data) {
  const file = takeFile();
  if (file) {
    data.set('file', file.name);
    data.set('calendar', file.content);
  }
  if (data.get('text').trim() || file) lastLine = performance.now();
  else if (lines.length > 0 || performance.now() - lastLine < DoubleClick) return;
  setText('');
  toEnd();
  if (lines.push(data) > 1) return;
  while (lines.length > 0 && await send(composer, lines[0])) lines.shift();
  if (lines.length === 0) return;
  const unsaid = lines.find(line => line.has('file'));
  if (unsaid && !hasFile()) putFile({ name: unsaid.get('file'), content: unsaid.get('calendar') });
  setText([...lines.splice(0).map(line => line.get('text')), text.value].filter(Boolean).join('\n'));
}

function clearNotice() {
  const box = document.getElementById('notice');
  box.className = 'notice';
  delete box.dataset.unreached;
  box.replaceChildren();
}

function say(words, bad = true) {
  clearNotice();
  const box = document.getElementById('notice');
  const paragraph = document.createElement('p');
  paragraph.textContent = words;
  box.classList.toggle('bad', bad);
  box.append(paragraph);
}

function reached() {
  if (document.getElementById('notice').dataset.unreached) say('Connected again.', false);
}

document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post') return;
  event.preventDefault();
  const data = new FormData(form, event.submitter);
  if (form === composer) sendLine(data);
  else press(form, data);
});

text.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (text.value.trim() || hasFile()) composer.requestSubmit();
});

takeFiles(say);

// --- errors of inputs: said when they are met, gone when they are mended ------------------------------------------

document.addEventListener('invalid', event => event.target.setAttribute('aria-invalid', 'true'), true);
document.addEventListener('input', event => {
  if (event.target.validity?.valid) event.target.removeAttribute('aria-invalid');
});
