// A calendar or a table as a file at the message box: chosen, dropped there or pasted. It is read here and goes with the next message.
const MostBytes = 1 << 20;
const composer = document.getElementById('composer');
const text = document.getElementById('text');
const input = document.getElementById('file');
const shown = document.getElementById('given');

let given = null;
export const hasFile = () => given !== null;

export function put(file) {
  given = file;
  shown.querySelector('bdi').textContent = file?.name ?? '';
  shown.hidden = !file;
}

/** What is to be sent, which is not here any more. */
export function take() {
  const file = given;
  put(null);
  return file;
}

async function give(file, say) {
  input.value = '';
  if (!file) return;
  if (!/\.(?:ics|csv|tsv|md)$/i.test(file.name)) say('Of files I read calendars (.ics) and tables (.csv, .tsv, .md) alone.');
  else if (file.size > MostBytes) say('That file is larger than 1 MB.');
  else await file.text().then(content => put({ name: file.name, content }), () => say('That file can\'t be read.'));
  text.focus({ preventScroll: true });
}

/** @param say Tells what is wrong with a file. */
export function takeFiles(say) {
  document.getElementById('give').addEventListener('click', () => input.click());
  input.addEventListener('change', () => give(input.files[0], say));
  shown.querySelector('button').addEventListener('click', () => { put(null); text.focus({ preventScroll: true }); });
  const isFile = transfer => transfer?.types.includes('Files');
  const on = (kind, handle) => composer.addEventListener(kind, event => {
    const from = event.dataTransfer ?? event.clipboardData;
    composer.classList.toggle('over', kind === 'dragover' && isFile(from));
    if (!isFile(from)) return;
    // What was copied out of a table comes as a picture too: its text is meant.
    if (kind === 'paste' && from.types.includes('text/plain')) return;
    event.preventDefault();
    handle?.(from.files[0]);
  });
  on('dragover');
  on('dragleave');
  on('drop', file => give(file, say));
  on('paste', file => give(file, say));
}
