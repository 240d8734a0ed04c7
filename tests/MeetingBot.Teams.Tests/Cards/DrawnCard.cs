namespace MeetingBot.Teams.Tests.Cards;

/// <summary>What the official renderer made of a card in the browser.</summary>
/// <param name="Said">Its warnings and errors.</param>
/// <param name="Shown">Every text that can be read, with what inputs and pictures say.</param>
/// <param name="Elements">Names of the HTML elements in it.</param>
/// <param name="Addresses">Every address in it.</param>
/// <param name="Handlers">Names of event attributes in it.</param>
/// <param name="Headings">How many headings it has.</param>
/// <param name="Title">The page's title afterwards.</param>
public sealed record DrawnCard(
    string[] Said,
    string[] Shown,
    string[] Elements,
    string[] Addresses,
    string[] Handlers,
    int Headings,
    string Title);
