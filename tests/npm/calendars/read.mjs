// Reads calendars with ical.js, which had no part in writing them.
// In: { texts, most }. Out: for each what it tells, with the first occurrences of each event, overridden ones as such.
import ICAL from "ical.js";
import { question } from "../input.mjs";

const { texts, most } = await question();
console.log(JSON.stringify(texts.map(read)));

function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const vevents = calendar.getAllSubcomponents("vevent");
  return {
    properties: Object.fromEntries(calendar.getAllProperties().map(p => [p.name, String(p.getFirstValue())])),
    zones: calendar.getAllSubcomponents("vtimezone").map(z => z.getFirstPropertyValue("tzid")),
    events: vevents.map(vevent => event(vevent, vevents)),
  };
}

function event(vevent, all) {
  const value = name => {
    const found = vevent.getFirstPropertyValue(name);
    return found === null ? null : String(found);
  };
  const instead = vevent.hasProperty("recurrence-id");
  const uid = value("uid");
  const exceptions = instead ? [] : all.filter(v =>
    v.hasProperty("recurrence-id") && v.getFirstPropertyValue("uid") === uid);
  const read = new ICAL.Event(vevent, { exceptions, strictExceptions: true });
  const organizer = vevent.getFirstProperty("organizer");
  return {
    uid, summary: value("summary"), description: value("description"), location: value("location"), url: value("url"),
    status: value("status"), transp: value("transp"), sequence: read.sequence ?? 0, rule: value("rrule"), stamp: value("dtstamp"),
    organizer: organizer && organizer.getFirstValue(), organizerName: organizer && organizer.getParameter("cn") || null,
    attendees: vevent.getAllProperties("attendee").map(a => `${a.getParameter("cn")} ${a.getFirstValue()}`),
    recurrenceId: instead ? utc(read.recurrenceId) : null,
    start: time(read.startDate), startUtc: utc(read.startDate), end: time(read.endDate), endUtc: utc(read.endDate),
    allDay: read.startDate.isDate,
    occurrences: instead ? [] : occurrences(read),
  };
}

function occurrences(read) {
  const found = [];
  const iterator = read.iterator();
  for (let next = iterator.next(); next && found.length < most; next = iterator.next()) {
    const details = read.getOccurrenceDetails(next);
    found.push(`${utc(details.startDate)} ${utc(details.endDate)} ${details.item.summary ?? ""}`.trim());
    if (!read.isRecurring()) break;
  }
  return found;
}

function time(at) {
  return at === null ? null : at.toString();
}

function utc(at) {
  return at === null ? null : new Date(at.toUnixTime() * 1000).toISOString().replace(".000Z", "Z");
}
