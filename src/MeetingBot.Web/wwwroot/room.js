// Keeps the room's page up to date and sends its forms in place. The page works without it; it only arrives later.
const room = document.getElementById('room');
const posts = document.getElementById('posts');
const scroller = document.querySelector('.posts');
const composer = document.getElementById('composer');
const text = document.getElementById('text');
const panel = () => document.getElementById('panel');

for (const element of document.querySelectorAll('[data-script]')) element.hidden = false;

// --- putting HTML from the server in place ---------------------------------------------------------------------

function parse(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return [...template.content.children];
}

const fieldsOf = element => [...element.querySelectorAll('input:not([type=hidden]), select, textarea')];

function isTouched(field) {
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  if (field.tagName === 'SELECT') return [...field.options].some(o => o.selected !== o.defaultSelected);
  return field.value !== field.defaultValue;
}

// What somebody is typing into a card, and where the focus is, outlives a new version of the card.
function carryOver(before, after) {
  const olds = fieldsOf(before);
  const same = (a, b) => a.name === b.name && a.type === b.type
    && (!['checkbox', 'radio'].includes(a.type) || a.value === b.value);
  for (const now of fieldsOf(after)) {
    const old = olds.find(o => same(o, now));
    if (!old || !isTouched(old)) continue;
    if ('checked' in now && ['checkbox', 'radio'].includes(now.type)) now.checked = old.checked;
    else now.value = old.value;
  }
}

function focusAgain(after, focused) {
  if (!focused) return;
  const like = [...after.querySelectorAll('input, select, textarea, button, a')].find(e => e.id
    ? e.id === focused.id
    : e.tagName === focused.tagName && e.textContent === focused.textContent);
  if (!like) after.tabIndex = -1;
  (like ?? after).focus({ preventScroll: true });
}

function replace(before, after) {
  const focused = before.contains(document.activeElement) ? document.activeElement : null;
  carryOver(before, after);
  before.replaceWith(after);
  focusAgain(after, focused);
}

function putPost(post) {
  const before = document.getElementById(post.id);
  if (before) {
    if (before.dataset.print !== post.dataset.print) replace(before, post);
    return;
  }
  const next = [...posts.children].find(e => e.id > post.id);
  posts.insertBefore(post, next ?? null);
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

function notice(next) {
  document.getElementById('notice').replaceWith(next);
}

function announce(post) {
  const author = post.querySelector('.author')?.textContent ?? '';
  if (author === room.dataset.me) return;
  const said = post.querySelector('.text, .card')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  document.getElementById('announce').textContent = `${author}: ${said.slice(0, 200)}`;
}

function setToken(token) {
  for (const field of document.getElementsByName('__RequestVerificationToken')) field.value = token;
}

// --- the running clocks ----------------------------------------------------------------------------------------

const two = number => String(number).padStart(2, '0');

function clockText(seconds) {
  const minutes = Math.floor(seconds / 60);
  const start = minutes < 60 ? minutes : `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
  return `${start}:${two(seconds % 60)}`;
}

function tick() {
  for (const clock of document.querySelectorAll('[data-clock]')) {
    const { clock: since, spent, timebox } = clock.dataset;
    const seconds = Math.max(0, Math.floor(Number(spent) + (Date.now() - Date.parse(since)) / 1000));
    const time = clock.querySelector('time');
    time.textContent = clockText(seconds);
    time.dateTime = `PT${seconds}S`;
    if (!timebox) continue;
    clock.classList.toggle('over', seconds > Number(timebox));
    clock.querySelector('progress').value = Math.min(seconds, Number(timebox));
  }
}

setInterval(tick, 1000);
tick();

// --- live arrival ----------------------------------------------------------------------------------------------

let mark = room.dataset.mark;

function listen() {
  const source = new EventSource(`${room.dataset.events}&after=${encodeURIComponent(mark)}`);
  const on = (kind, handle) => source.addEventListener(kind, event => {
    if (event.lastEventId) mark = event.lastEventId;
    handle(event.data);
  });
  on('token', token => { setToken(token); connection(''); room.dataset.live = 'true'; });
  on('put', html => parse(html).forEach(putPost));
  on('reset', html => reset(parse(html)));
  on('remove', removePost);
  on('panel', html => parse(html).forEach(putPanel));
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

// --- sending ---------------------------------------------------------------------------------------------------

const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, '0')).join('');

const tokenName = '__RequestVerificationToken';

async function post(form, data, retried = false) {
  data.set(tokenName, form.elements[tokenName].value);
  const response = await fetch(form.action, {
    method: 'POST', body: new URLSearchParams(data), headers: { 'X-Requested-With': 'fetch' }, redirect: 'error',
  });
  const token = response.headers.get('X-Form-Token');
  if (!token || retried) return response;
  setToken(token);
  return post(form, data, true);
}

// The same content again after a failure is the same sending: it keeps its id until it went through.
const unsent = new Map();

function nameSending(form, data) {
  data.delete(tokenName);
  data.delete('form');
  const content = form.action + JSON.stringify([...data]);
  if (!unsent.has(content)) unsent.set(content, newId());
  data.set('form', unsent.get(content));
  return content;
}

/** Whether it went through. */
async function send(form, data) {
  const content = nameSending(form, data);
  form.setAttribute('aria-busy', 'true');
  try {
    const response = await post(form, data);
    const parts = response.status === 204 ? [] : parse(await response.text());
    if (response.ok) unsent.delete(content);
    const said = parts.find(e => e.id === 'notice');
    if (said) notice(said);
    else if (response.ok) clearNotice();
    else say('That did not work. Please send it again.');
    for (const part of parts.filter(e => e.classList.contains('post'))) {
      putPost(part);
      document.getElementById(part.id)?.scrollIntoView({ block: 'nearest' });
    }
    return response.ok;
  } catch {
    say('The server cannot be reached. Please send it again in a moment: nothing will be there twice.');
    return false;
  } finally {
    form.removeAttribute('aria-busy');
  }
}

// Lines typed faster than they are saved wait for each other; what did not go through is back in the box.
const lines = [];

async function sendLine(data) {
  text.value = '';
  scroller.scrollTop = scroller.scrollHeight;
  if (lines.push(data) > 1) return;
  while (lines.length > 0 && await send(composer, lines[0])) lines.shift();
  if (lines.length === 0) return;
  text.value = [...lines.splice(0).map(line => line.get('text')), text.value].filter(Boolean).join('\n');
}

function clearNotice() {
  const box = document.getElementById('notice');
  box.className = 'notice';
  box.replaceChildren();
}

function say(words) {
  clearNotice();
  const box = document.getElementById('notice');
  const paragraph = document.createElement('p');
  paragraph.textContent = words;
  box.classList.add('bad');
  box.append(paragraph);
}

document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post') return;
  event.preventDefault();
  const data = new FormData(form, event.submitter);
  if (form === composer) sendLine(data);
  else if (!form.hasAttribute('aria-busy')) send(form, data);
});

text.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (text.value.trim()) composer.requestSubmit();
});

// --- errors of inputs: said when they are met, gone when they are mended ------------------------------------------

document.addEventListener('invalid', event => event.target.setAttribute('aria-invalid', 'true'), true);
document.addEventListener('input', event => {
  if (event.target.validity?.valid) event.target.removeAttribute('aria-invalid');
});
