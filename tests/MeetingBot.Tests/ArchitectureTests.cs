using System.Reflection;

namespace MeetingBot.Architecture;

/// <summary>The arrows of the house: who may use whom. Read from the assemblies as they were built.</summary>
public sealed class ArchitectureTests
{
    private const string Prefix = "MeetingBot.";

    // What every feature may use; these use no feature themselves.
    private static readonly string[] Shared = ["Tables", "Cards", "Times", "Calendars"];

    public static TheoryData<string> Doors => ["Storage", "Teams", "Slack", "Web"];

    [Fact]
    public void Core_UsesNoneOfOurs() =>
        None(References("Core"), "MeetingBot.Core must know nothing of the doors: hand it an interface or a delegate of its own.");

    [Theory]
    [MemberData(nameof(Doors))]
    public void Door_UsesOnlyCore(string door) => None(
        References(door).Where(name => name != Prefix + "Core"),
        $"MeetingBot.{door} may use MeetingBot.Core alone: what two doors need belongs into Core, what joins them into the program.");

    [Fact]
    public void Program_IsUsedByNobody()
    {
        var users = Ours().Where(file => Path.GetFileNameWithoutExtension(file) != "MeetingBot")
            .Where(file => Named(file).Contains("MeetingBot"));
        None(users, "Nothing may use the program: it only puts together.");
    }

    [Fact]
    public void Features_UseMeetingsAndWhatIsShared_NotEachOther() => None(
        Arrows().Where(arrow => !Allowed(arrow.From, arrow.To)),
        "Tables, Cards and Times use no other folder; Conversations only these; a feature uses Meetings, Conversations and what is shared, "
        + "not another feature. Join them in Meetings, or move what both need into the shared folders.");

    [Fact]
    public void Arrows_AreReadAtAll()
    {
        var arrows = Arrows().Select(arrow => (arrow.From, arrow.To)).ToHashSet();
        Assert.Contains(("Agendas", "Meetings"), arrows);
        Assert.Contains(("Meetings", "Actions"), arrows);
        Assert.Contains(("Conversations", "Tables"), arrows);
    }

    [Fact]
    public void Type_IsNotNamedAsItsNamespace() => None(
        Types().Where(type => type.IsPublic && type.Namespace?.Split('.')[^1] == type.Name).Select(type => type.FullName!),
        "A type named as its namespace can't be named from inside it without its whole name: name it after what it is.");

    // The Razor compiler makes one such class of _Imports.razor, and leaves it open.
    private const string RazorImports = "_Imports";

    [Fact]
    public void Class_IsSealedStaticOrAbstract() => None(
        Types().Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !IsGenerated(type) && type.Name != RazorImports).Select(type => type.FullName!),
        "Make it sealed. What is made to be a base is abstract.");

    [Fact]
    public void Interface_HasMoreThanOneUseOrIsAContract()
    {
        // Contracts are implemented by the doors, which Core can't see; ILoaded by every state.
        string[] contracts = ["ITable", "IChannel"];
        var types = Types().ToList();
        None(
            types.Where(type => type.IsInterface && !contracts.Contains(type.Name.Split('`')[0]))
                .Where(type => types.Count(other => other.IsClass && other.GetInterfaces().Any(made => made.Name == type.Name)) < 2)
                .Select(type => type.FullName!),
            "An interface with a single implementation is a class: take the interface away.");
    }

    // Meetings is a feature and what joins the features: it and they may use each other (the design, "The house").
    private static bool Allowed(string from, string to) => (from, to) switch
    {
        _ when from == to => true,
        ("", _) => true,
        (_, "") => false,
        (_, var other) when Shared.Contains(other) => true,
        (var one, _) when Shared.Contains(one) => false,
        ("Conversations", _) => false,
        (_, "Conversations" or "Meetings") => true,
        ("Meetings", _) => true,
        _ => false,
    };

    private static IEnumerable<Arrow> Arrows() => TypeReferences.Of(FileOf(Prefix + "Core"))
        .Where(pair => IsCore(pair.From) && IsCore(pair.To))
        .Select(pair => new Arrow(Folder(pair.From), Folder(pair.To), pair.From.ToString(), pair.To.ToString()))
        .Where(arrow => arrow.From != arrow.To);

    private static bool IsCore(TypeName type) => type.Namespace == "MeetingBot" || type.Namespace.StartsWith(Prefix, StringComparison.Ordinal);

    private static string Folder(TypeName type) => type.Namespace.Length <= Prefix.Length ? "" : type.Namespace[Prefix.Length..].Split('.')[0];

    private static IEnumerable<string> References(string door) =>
        File.Exists(FileOf(Prefix + door)) ? Named(FileOf(Prefix + door)) : [];

    private static IEnumerable<string> Named(string file) => Assembly.LoadFrom(file).GetReferencedAssemblies()
        .Select(name => name.Name!)
        .Where(name => name == "MeetingBot" || name.StartsWith(Prefix, StringComparison.Ordinal));

    private static IEnumerable<Type> Types() => Ours().SelectMany(file => Assembly.LoadFrom(file).GetTypes()).Where(type => !IsGenerated(type));

    private static bool IsGenerated(Type type) =>
        type.GetCustomAttributesData().Any(made => made.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute")
        || type.Name.Contains('<', StringComparison.Ordinal) || type.FullName!.Contains('<', StringComparison.Ordinal)
        || type.Namespace?.StartsWith("MeetingBot", StringComparison.Ordinal) is not true
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    private static IEnumerable<string> Ours() => Directory.GetFiles(AppContext.BaseDirectory, "MeetingBot*.dll")
        .Where(file => !file.EndsWith("Tests.dll", StringComparison.Ordinal));

    private static string FileOf(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");

    private static void None(IEnumerable<object> wrong, string mend) =>
        Assert.True(!wrong.Any(), $"{mend}\nNot so: {string.Join("\n        ", wrong.Distinct())}");

    private sealed record Arrow(string From, string To, string FromType, string ToType)
    {
        public override string ToString() => $"{FromType} uses {ToType}";
    }
}
