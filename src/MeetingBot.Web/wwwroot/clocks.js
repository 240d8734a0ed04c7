// The running clocks.
const two = number => String(number).padStart(2, '0');

function clockText(seconds) {
  const minutes = Math.floor(seconds / 60);
  const start = minutes < 60 ? minutes : `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
  return `${start}:${two(seconds % 60)}`;
}

export function tick() {
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
