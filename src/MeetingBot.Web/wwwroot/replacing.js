// Puts a new version of an element in place of the old one; who is at the old one goes on at the new one.
export const fieldsOf = element => [...element.querySelectorAll('input:not([type=hidden]), select, textarea')];

export function isTouched(field) {
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  // Where no option is chosen in the page, the first one is.
  if (field.tagName === 'SELECT')
    return field.value !== ([...field.options].findLast(o => o.defaultSelected) ?? field.options[0])?.value;
  return field.value !== field.defaultValue;
}

// What somebody is typing into a card, and where the focus and the caret are, outlives a new version of the card.
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

// What was unfolded stays so.
function keepOpen(before, after) {
  for (const old of before.querySelectorAll('details[id][open]'))
    for (const now of after.querySelectorAll('details')) now.open ||= now.id === old.id;
}

export const words = element => element.textContent.replace(/\s+/g, ' ').trim();
const verb = element => element.tagName === 'BUTTON' ? new URLSearchParams(element.value).get('verb') : null;

// The same element in the new version: first the very same, then the one that says the same, then does the same.
function likeIn(after, focused) {
  const kin = [...after.querySelectorAll('input, select, textarea, button, a, summary, [tabindex]')].filter(e =>
    e.tagName === focused.tagName && e.name === focused.name && e.type === focused.type
    && e.getAttribute('aria-label') === focused.getAttribute('aria-label'));
  if (['radio', 'checkbox'].includes(focused.type)) return kin.find(e => e.value === focused.value);
  if (focused.tagName !== 'BUTTON') return kin.find(e => words(e) === words(focused));
  return kin.find(e => e.value === focused.value) ?? kin.find(e => words(e) === words(focused))
    ?? kin.find(e => verb(e) === verb(focused));
}

function focusAgain(after, focused) {
  if (!focused) return;
  const like = likeIn(after, focused);
  if (!like) after.tabIndex = -1;
  (like ?? after).focus({ preventScroll: true });
  if (like && focused.selectionStart != null)
    like.setSelectionRange(focused.selectionStart, focused.selectionEnd, focused.selectionDirection);
}

export function replace(before, after) {
  const focused = before.contains(document.activeElement) ? document.activeElement : null;
  const scrolled = before.scrollTop;
  carryOver(before, after);
  keepOpen(before, after);
  before.replaceWith(after);
  after.scrollTop = scrolled;
  focusAgain(after, focused);
}

// A live card that is put at the end again: who was at the old one goes on at the new one.
export function move(before, after, next) {
  const focused = before.contains(document.activeElement) ? document.activeElement : null;
  carryOver(before, after);
  before.parentNode.insertBefore(after, next);
  before.remove();
  focusAgain(after, focused);
  if (focused) document.activeElement.scrollIntoView({ block: 'nearest' });
}
