using MeetingBot.Program.Serving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace MeetingBot.Serving;

public sealed class ReportSettingsTests
{
    [Fact]
    public void ChromiumThatIsNotThere_StopsTheStart_InWords()
    {
        var problem = Assert.Throws<SettingsException>(() => Read("/nowhere/chromium"));
        Assert.Contains("Reports:Chromium is '/nowhere/chromium', where there is no program", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ChromiumThatIsThere_IsTaken()
    {
        var program = Environment.ProcessPath!;
        Assert.Equal(program, Read(program).Chromium!.Path);
    }

    private static Settings Read(string chromium) => Settings.Read(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Reports:Chromium", chromium)]).Build(),
        new Development());

    private sealed class Development : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "MeetingBot";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
