using MeetingBot.Conversations;

namespace MeetingBot.Actions;

/// <summary>What closing and opening actions have in common: each number that is named is told about.</summary>
internal static class ActionMarks
{
    private const int Most = 50;

    /// <summary>Changes those that are to be changed.</summary>
    /// <param name="change">The action as it is then; null where it is so already.</param>
    /// <param name="already">What is said of one that is so already.</param>
    public static Decision Change(
        NumberList numbers, ActionState state, Turn turn, string done, Func<ActionItem, ActionItem?> change,
        Func<ActionItem, Refusal> already)
    {
        var (named, missing) = numbers.Among(state.Items.Keys);
        var count = named.Count + missing.Count;
        if (count > Most) return new Refusal($"These are {count} actions; up to {Most} can be named at a time.");
        if (count == 1 && One(named, missing, state, change, already) is { } refusal) return refusal;

        var actions = named.Select(number => state.Items[number]).ToList();
        var changed = actions.Select(change).OfType<ActionItem>().ToList();
        var said = new List<string>();
        if (changed.Count > 0) said.Add(done + string.Join("; ", changed.Select(action => action.LineOn(turn.Today))));
        said.AddRange(actions.Where(action => change(action) is null).Select(action => Sentence(already(action))));
        said.AddRange(missing.Select(number => Sentence(ActionRefusals.NoSuchAction(number))));
        var told = said.Count == 1 ? said[0] : string.Join(' ', said.Select(sentence => sentence.TrimEnd('.') + "."));
        return changed.Count == 0
            ? new Refusal($"{told} To see the open ones: /actions")
            : new Decision { Changes = [.. changed.Select(state.Change)], Tell = told };
    }

    private static Refusal? One(
        IReadOnlyList<int> named, IReadOnlyList<int> missing, ActionState state, Func<ActionItem, ActionItem?> change,
        Func<ActionItem, Refusal> already)
    {
        if (missing.Count > 0) return ActionRefusals.NoSuchAction(missing[0]);
        var action = state.Items[named[0]];
        return change(action) is null ? already(action) : null;
    }

    // Of several the way out is told once, behind all of them.
    private static string Sentence(Refusal refusal) => refusal.Text.Split(" To ", 2)[0];
}
