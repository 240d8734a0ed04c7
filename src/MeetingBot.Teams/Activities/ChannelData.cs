namespace MeetingBot.Teams.Activities;

/// <summary>What Teams adds to an activity.</summary>
internal sealed class ChannelData
{
    public Identified? Tenant { get; set; }
    public Identified? Meeting { get; set; }
    public ChannelSettings? Settings { get; set; }
}

/// <summary>What was chosen when the bot was installed.</summary>
internal sealed class ChannelSettings
{
    public Identified? SelectedChannel { get; set; }
}

/// <summary>An object of which only the id matters.</summary>
internal sealed class Identified
{
    public string? Id { get; set; }
}
