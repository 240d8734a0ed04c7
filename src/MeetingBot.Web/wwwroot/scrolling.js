// Who reads the newest message goes on reading the newest. On a phone, one longer than the screen is read from its top.
const scroller = document.querySelector('.posts');
const posts = document.getElementById('posts');
const narrow = matchMedia('(max-width: 52rem)');

// Where the reading of the newest message is: at the very end, or above it.
let end = 0;
let following = true;

const near = (a, b) => Math.abs(a - b) < 40;
export const isAtEnd = () => near(scroller.scrollTop, 0) || near(scroller.scrollTop, end);

const isLong = post => narrow.matches && post.offsetHeight > scroller.clientHeight;

function toTop(post) {
  scroller.scrollTop += post.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}

// Who reads further up is told of what comes below.
const newest = document.getElementById('newest');
export function tellOfNewest() { newest.hidden = false; }
newest.addEventListener('click', toEnd);

export function toEnd() {
  newest.hidden = true;
  scroller.scrollTop = 0;
  const last = posts.lastElementChild;
  if (last && isLong(last)) toTop(last);
  end = scroller.scrollTop;
  following = true;
}

/** Brings the message into sight, wherever on the page somebody is; a long one stays there, whatever comes after it. */
export function show(post) {
  post.scrollIntoView({ block: 'nearest' });
  if (isLong(post)) toTop(post);
  end = 0;
}

scroller.addEventListener('scroll', () => {
  following = isAtEnd();
  if (following) newest.hidden = true;
}, { passive: true });
new ResizeObserver(() => { if (following && end !== 0) toEnd(); }).observe(scroller);
