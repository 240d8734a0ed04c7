namespace MeetingBot.Times;

/// <summary>What English says about time, in British and American habits.</summary>
internal static class EnglishWords
{
    public const string List = """
        Weekday 1: monday, mon
        Weekday 2: tuesday, tues, tue
        Weekday 3: wednesday, weds, wed
        Weekday 4: thursday, thurs, thur, thu
        Weekday 5: friday, fri
        Weekday 6: saturday, sat
        Weekday 7: sunday, sun
        Weekdays 1: mondays
        Weekdays 2: tuesdays
        Weekdays 3: wednesdays
        Weekdays 4: thursdays
        Weekdays 5: fridays
        Weekdays 6: saturdays
        Weekdays 7: sundays
        Month 1: january, jan
        Month 2: february, feb
        Month 3: march, mar
        Month 4: april, apr
        Month 5: may
        Month 6: june, jun
        Month 7: july, jul
        Month 8: august, aug
        Month 9: september, sept, sep
        Month 10: october, oct
        Month 11: november, nov
        Month 12: december, dec
        Unit 1: minute, minutes, min, mins
        Unit 2: hour, hours, hr, hrs, h
        Unit 3: day, days
        Unit 4: week, weeks, wk, wks
        Unit 5: month, months
        Unit 6: quarter, quarters
        Unit 7: year, years
        Unit 8: working day, working days, business day, business days, workday, workdays, weekdays
        Unit 9: fortnight, fortnights
        Unit 10: weekend, week end
        Day 0: today
        Day 1: tomorrow, tmrw, tmr
        Day 2: day after tomorrow, the day after tomorrow, overmorrow
        Day -1: yesterday
        Day -2: day before yesterday, the day before yesterday
        Count 1: a, an, one
        Count 2: two, a couple of, couple of
        Count 3: three
        Count 4: four
        Count 5: five
        Count 6: six
        Count 7: seven
        Count 8: eight
        Count 9: nine
        Count 10: ten
        Count 11: eleven
        Count 12: twelve
        Count 13: thirteen
        Count 14: fourteen
        Count 15: fifteen
        Count 16: sixteen
        Count 17: seventeen
        Count 18: eighteen
        Count 19: nineteen
        Count 20: twenty
        Count 24: twenty-four
        Count 25: twenty-five
        Count 30: thirty
        Count 40: forty
        Count 45: forty-five
        Count 48: forty-eight
        Count 50: fifty
        Count 60: sixty
        Count 90: ninety
        Ordinal 1: first
        Ordinal 2: second
        Ordinal 3: third
        Ordinal 4: fourth
        Ordinal 5: fifth
        Ordinal -1: last
        OrdinalEnding: st, nd, rd, th
        Half 1: am, a.m., a.m
        Half 2: pm, p.m., p.m
        Hour 1: h
        Hour 3: hrs, hours
        Hour 4: o'clock, o' clock
        Noon: noon, midday, mid-day, 12 noon, twelve noon, 12:00 noon
        Midnight: midnight, 12 midnight, twelve midnight, 12:00 midnight
        PartOfDay 1: morning, in the morning, first thing, early morning, late morning
        PartOfDay 2: afternoon, in the afternoon, after lunch, early afternoon, late afternoon
        PartOfDay 3: evening, in the evening
        PartOfDay 4: night, at night, overnight
        PartOfDay 5: tonight
        PartOfDay 6: lunchtime, at lunch, lunch time, before lunch, over lunch, during the day
        Minutes 30: half past, half
        Minutes 15: quarter past, a quarter past, quarter after
        Minutes -15: quarter to, a quarter to, quarter before
        Minutes 10: ten past
        Minutes -10: ten to
        Minutes 5: five past
        Minutes -5: five to
        Minutes 20: twenty past
        Minutes -20: twenty to
        WeeksLater 1: week, in a week, in one week, in a week's time
        WeeksLater 2: fortnight
        MonthPart 1: early, beginning of, the beginning of, start of, the start of
        MonthPart 2: mid, middle of, the middle of
        MonthPart 3: late
        This: this, current, the current
        Next: next, the next, following, the following
        Coming: coming, this coming, the coming, upcoming
        Last: last, past, previous
        At: at, @
        On: on
        The: the
        Of: of, in
        In: in
        Within: within, within the next, in the next
        From: from, starting at, starting
        To: to, until, till, through, thru, til
        Between: between
        And: and, &
        Or: or, or else, or alternatively, alternatively, otherwise
        By: by, until, till, due, due by, due on, no later than, not later than, at the latest, deadline, up to
        Before: before, prior to
        Since: since, ever since
        After: after, not before, no earlier than, any time after, from about
        For: for, lasting
        Every: every, each, on all
        HalfOf: half
        Often: weekly, daily, monthly, biweekly, bi-weekly, fortnightly, every other, every day, every week
        Often: every month, every weekday, every two weeks, every 2 weeks, every second week, once a week
        Often: once a month, twice a week
        SameTime: same time, the same time, at the same time, this time, at this time, at this hour, same hour
        SameTime: same hour of the day
        Usual: usual time, the usual time, at the usual time, usual slot, the usual slot, as usual, usual, the usual
        Usual: same time as usual, same time as last time, same time as before, same time as always
        Usual: same slot as usual, same slot as last time, same slot, our usual time, our usual slot, our regular slot
        Usual: regular time, the regular time, regular slot, normal time, the normal time, normal slot, standing slot
        Usual: usual day and time, usual day, same time as last week, same time as last month
        End: end of, the end of, end
        Approx: about, around, approximately, approx, approx., roughly, circa, ca., ca, c., ~, some time in
        Approx: sometime in, tentatively, probably
        WeekOf: week of, the week of, week commencing, the week commencing, week beginning, the week beginning
        WeekOf: week starting, the week starting, week starting on, week from, w/c, wc, week containing
        WeekNumber: week, week number, week no, week no., calendar week, cw, wk, w
        AfterNext: week after next, the week after next
        Quarter: q, quarter
        TimeWord: time
        LocalTime: local time, my time, our time, local
        Now: now, right now, immediately
        FromNow: from now, from today, hence, from this moment
        Ago: ago, earlier
        EndOfUnit 4: eow
        EndOfUnit 5: eom
        EndOfUnit 6: eoq
        EndOfUnit 7: eoy, year-end
        EndOfDay: end of day, end of the day, eod, cob, close of business, end of business
        NoDate: room, version, ver, ver., v, release, rev, rev., revision, scale, scale of, scale from, level, item
        NoDate: items, point, points, page, pages, section, chapter, issue, ticket, number, no., nr, nr., phone, tel
        NoDate: tel., dial, dial-in, code, pin, id, passcode, password, ext, ext., extension, port, rfc, cve, score
        NoDate: ratio, weight, option, building, bldg, office, floor, zone, rate, rated, likelihood, impact, slide
        NoDate: slides, figure, table, build, patch, project, milestone, codename, code name, batch, run, phase, step
        NoDate: area, block, seats, people, conference, task, action, risk, euro, chf, budget, price, odds, ipv, port
        NoDate: line, fax, mobile, call us, call me
        Filler: all day, all-day, let us, let's, we, meet, meeting, see you, the, date, on, at, of, a, an, time, is
        Filler: it, be, will, how about, what about, please, call, shall, from, in, for, so, then, say, hrs, and, i
        Filler: am, our, and then, when, with, also, just, again, still, that, this, maybe
        """;
}
