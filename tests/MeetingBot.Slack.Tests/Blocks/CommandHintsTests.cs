using System.Text.RegularExpressions;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Slack.Blocks;
using MeetingBot.Slack.Payloads;
using MeetingBot.Slack.Tests.Support;
using MeetingBot.Teams.Tests.Cards;
using MeetingBot.Teams.Tests.Npm;

namespace MeetingBot.Slack.Tests.Blocks;

/// <summary>What the bot says of its commands can be typed in Slack; what people wrote stays as it is.</summary>
public sealed partial class CommandHintsTests
{
    [Theory]
    [InlineData("To leave it: /unlink. Later /link yes", "To leave it: /meetingbot unlink. Later /meetingbot link yes")]
    [InlineData("/me link", "/meetingbot me link")]
    [InlineData("(/help)", "(/meetingbot help)")]
    [InlineData("again: /reopen 3\n/done 2, 5", "again: /meetingbot reopen 3\n/meetingbot done 2, 5")]
    [InlineData("\u2022 /help polls \u2013 all", "\u2022 /meetingbot help polls \u2013 all")]
    [InlineData("How the scores fell: /risks", "How the scores fell: /meetingbot risks")]
    [InlineData("/Undo", "/meetingbot Undo")]
    [InlineData("6\" wide: /undo", "6\" wide: /meetingbot undo")]
    [InlineData("\"x\" is none. To see them: /polls", "\"x\" is none. To see them: /meetingbot polls")]
    public void Commands_that_slack_does_not_know_stand_behind_its_own(string said, string shown) =>
        Assert.Equal(shown, CommandHints.Spelled(said));

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/agenda add Budget, /poll Lunch? | Pizza, /actions, /risk open TR-1")]
    [InlineData("/meetingbot undo")]
    [InlineData("/me laughs")]
    [InlineData("in /etc/passwd and /etc, /tmp/undo and /undo/redo")]
    [InlineData("https://bot.example/help and //undo and a/help and </help>")]
    [InlineData("/undo.txt /help_me /undone /help-desk /done/")]
    [InlineData("I do not understand \"/undo all\".")]
    [InlineData("and/undo, 1/done")]
    [InlineData("/\u0000/\uD800/")]
    public void All_else_stays(string said) => Assert.Equal(said, CommandHints.Spelled(said));

    [Fact]
    public void Whatever_was_typed_is_only_longer_by_the_name_and_is_spelt_once()
    {
        foreach (var text in HostileTexts.All.Values.Append(string.Concat(Enumerable.Repeat("/undo \"", 20_000)))) Check(text);
    }

    [Fact]
    public void Any_text_is_spelt_once()
    {
        string[] parts = ["/", "undo", " ", "\n", "\"", "me", "link", "agenda", ".", "(", "\uD83D", "\u0130", "done", "3", "help"];
        var random = new Random(7);
        for (var i = 0; i < 3_000; i++)
            Check(string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => parts[random.Next(parts.Length)])));
    }

    [Fact]
    public void Every_command_can_be_typed()
    {
        foreach (var form in MeetingCommands.Reader.Table.Forms)
        {
            foreach (var said in form.Aliases.Prepend(form.Words).Where(words => words.Split(' ')[0].All(char.IsAsciiLetter)))
            {
                var first = CommandHints.Spelled("/" + said).Split(' ')[0];
                Assert.Contains(first, SlashCommand.Names);
            }
        }
    }

    [Fact]
    public void Every_command_that_the_core_names_can_be_typed()
    {
        var folder = Path.GetDirectoryName(RepositoryFiles.PathOf("src", "MeetingBot.Core", "MeetingBot.Core.csproj"))!;
        var first = MeetingCommands.Reader.Table.Forms.SelectMany(form => form.Aliases.Prepend(form.Words))
            .Select(words => words.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        var named = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Where(line => !line.TrimStart().StartsWith('/')))
            .SelectMany(line => Literal().Matches(line).Select(match => match.Value[1..^1]))
            .Where(text => Named().Matches(text).Any(match => first.Contains(match.Groups[1].Value))).ToList();

        Assert.True(named.Count > 100);
        Assert.Equal([], named.Select(CommandHints.Spelled).SelectMany(text => Named().Matches(text)
            .Where(match => first.Contains(match.Groups[1].Value) && !SlashCommand.Names.Contains("/" + match.Groups[1].Value))
            .Select(match => $"{match.Value} in {text}")));
    }

    [Fact]
    public void Cards_and_texts_say_it_and_what_is_typed_into_them_stays()
    {
        var card = new Card(
            "Use /undo",
            [
                new CardText("To leave: /unlink"), new CardTable(["No.", "Action"], [["1", "Try /undo"]]),
                new TextInput("lines", "Lines", Value: "/undo"),
                new ChoiceInput("item", "Item", [new Choice("1", "Try /undo")]),
            ],
            [CardButton.Press("Try /undo", "agenda add", ("lines", "/undo"))]);
        var blocks = System.Text.Encoding.UTF8.GetString(BlockKitMessage.Pages(card).Single().Blocks.Span);

        Assert.Contains("To leave: /meetingbot unlink", blocks, StringComparison.Ordinal);
        Assert.DoesNotContain("/meetingbot undo", blocks, StringComparison.Ordinal);
        Assert.Contains("/meetingbot undo", Shown("Taken. Wrong? /undo", false), StringComparison.Ordinal);
        Assert.DoesNotContain("/meetingbot", Shown("Luna: /undo is a word", true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_bot_says_it_and_slack_takes_it()
    {
        await using var slack = await FakeSlack.StartAsync(SlackBot.Workspace());
        await using var bot = await SlackBot.StartAsync(slack);
        await bot.CommandAsync("U1", "/meetingbot help");
        await bot.Settled();
        var hint = slack.Methods.Messages[^1].All.Split('\n')
            .First(line => line.StartsWith("\u2022 /meetingbot help ", StringComparison.Ordinal));
        await bot.CommandAsync("U1", hint[hint.IndexOf('/', StringComparison.Ordinal)..].Split(" \u2013")[0]);
        await bot.Settled();

        Assert.Contains("You can now", slack.Methods.Messages[^1].All, StringComparison.Ordinal);
        Assert.DoesNotContain(slack.Methods.Messages, message => message.All.Contains(" /help", StringComparison.Ordinal));
    }

    private static string Shown(string text, bool typed) => System.Text.Encoding.UTF8.GetString(
        SlackText.Pages(text, TextFormat.Plain, typed).Single().Blocks.Span);

    private static void Check(string text)
    {
        var spelled = CommandHints.Spelled(text);
        Assert.Equal(text, spelled.Replace("/meetingbot ", "/", StringComparison.Ordinal), ignoreCase: false);
        Assert.Equal(spelled, CommandHints.Spelled(spelled));
    }

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Literal();

    [GeneratedRegex("(?<![A-Za-z0-9/.<{}:])/([a-z]+)(?![A-Za-z0-9/])")]
    private static partial Regex Named();
}
