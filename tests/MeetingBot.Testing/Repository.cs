namespace MeetingBot.Testing;

/// <summary>Finds what the tests need in the repository, from wherever they run.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>A file of an npm package that the tests use.</summary>
    /// <exception cref="InvalidOperationException">The packages are not installed.</exception>
    public static string NpmFile(string pathInModules)
    {
        var file = Path.Combine(Root, "tests", "npm", "node_modules", pathInModules);
        return File.Exists(file)
            ? file
            : throw new InvalidOperationException(
                $"{file} is missing. Run ./test, which installs the npm packages of tests/npm before the tests.");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MeetingBot.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No MeetingBot.sln above {AppContext.BaseDirectory}.");
    }
}
