namespace MeetingBot.Teams.Tests.Npm;

/// <summary>Files of the clone that the tests run from.</summary>
public static class RepositoryFiles
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A file of a package in <c>tests/npm</c>; the test fails if the packages were not installed.</summary>
    public static string PathOfPackage(params string[] parts)
    {
        var path = PathOf(["tests", "npm", "node_modules", .. parts]);
        Assert.True(Path.Exists(path), $"{Path.GetRelativePath(Root, path)} is missing: ./test installs it.");
        return path;
    }

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MeetingBot.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests run from a build inside the clone only.");
    }
}
