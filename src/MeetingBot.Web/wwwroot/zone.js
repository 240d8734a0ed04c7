// Shows times in the zone of this browser, where the address of the page names none yet.
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
const form = document.querySelector('form[data-zone]');
const page = new URL(location.href);
if (form && timeZone && form.dataset.zone !== timeZone && !page.searchParams.has('zone')) {
  page.searchParams.set('zone', timeZone);
  location.replace(page);
} else if (page.searchParams.has('said')) {
  // What was said once is no news when the page is loaded again.
  page.searchParams.delete('said');
  history.replaceState(null, '', page);
}
