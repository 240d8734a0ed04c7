namespace MeetingBot.Kit;

/// <summary>Minutes of a working group as its scribe types them: headings, initials, bullets, lines that go on.</summary>
public static class TypedMinutes
{
    public const string Text = """
        # Token Group June 2025
        ### 27th June 2025

        Attending: Matti, Maren, DavidC, DaveK, DaveD, TomD, Luna, Jens
        Apologies:

        ## Risk analysis kick-off

        DC - aim to build a timeline, look at the previous work.
        Put as milestone on the roadmap
        September or October seems reasonable

        ML - First have to decide the set of scopes?
        Not only looking at tokens.

        Luna disagrees, think we should focus on tokens.
        DC would like to agree with Maren, but would be a big job.

        DK - focus on tokens to some extent?
        DC -

        Jens in agreement, there are better ways.

        ML - create a document with the things to consider.
        * Lifetimes
        * Issuers, security of them?
        ** Potential downtimes
        ** A holistic view

        Need to indicate this for assessment.

        ML notes operational issues again, which could be a small deviation.

        Agreement on avoiding overlap.

        ML-should identify top risks first.

        ## Next steps
        Share a document, and all add to it ahead of the next meeting.
        Action to share a document (Luna share) and on all to work on the document.

        ### Next Meeting
        Usual time?
        Decided on Friday 11th at 16.00 CET.
        """;

    public static IEnumerable<string> Lines => Text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim().Length > 0);
}
