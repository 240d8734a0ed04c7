using MeetingBot.Program.Serving;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace MeetingBot.Serving;

/// <summary>The keys of tokens have a home that lasts, or the service does not start.</summary>
public sealed class KeySettingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("meetingbot-keys-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void KeysLieBesideTheEmbeddedStore_ForTheUserAlone()
    {
        var store = Path.Combine(_folder.FullName, "data", "meetingbot.db");
        var keys = Read(("Slack:ClientId", "1.2"), ("Storage:Path", store)).KeyFolder;

        Assert.Equal(Path.Combine(_folder.FullName, "data", "keys"), keys);
        Assert.True(Directory.Exists(keys));
        Assert.Empty(Directory.GetFileSystemEntries(keys));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(keys));
    }

    [Fact]
    public void SharedStore_NeedsASharedFolder_InWords()
    {
        var problem = Assert.Throws<SettingsException>(
            () => Read(("Slack:ClientId", "1.2"), ("Storage:ConnectionString", "UseDevelopmentStorage=true")));
        Assert.Contains("Keys:Folder must name a folder that they share too", problem.Message, StringComparison.Ordinal);

        var set = Read(
            ("Slack:ClientId", "1.2"), ("Storage:ConnectionString", "UseDevelopmentStorage=true"),
            ("Keys:Folder", _folder.FullName));
        Assert.Equal(_folder.FullName, set.KeyFolder);
    }

    [Fact]
    public void FolderThatCantBeWritten_StopsTheStart_InWords()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        var problem = Assert.Throws<SettingsException>(
            () => Read(("Slack:ClientId", "1.2"), ("Keys:Folder", Path.Combine(file, "keys"))));

        Assert.Contains("where no file can be written", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutInstallations_NoKeysAreNeeded() =>
        Assert.Null(Read(("Slack:SigningSecret", "s"), ("Keys:Folder", _folder.FullName)).KeyFolder);

    [Fact]
    public void WhatIsProtectedHere_IsReadAfterARestart_AndByAnotherInstance()
    {
        var kept = Protector().Protect("words");

        Assert.Equal("words", Protector().Unprotect(kept));
        Assert.NotEmpty(_folder.GetFiles("key-*.xml"));
    }

    private IDataProtector Protector()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddKeys(Read(("Slack:ClientId", "1.2"), ("Keys:Folder", _folder.FullName)));
        Assert.DoesNotContain(services, service => service.ServiceType == typeof(IHostedService));
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }

    private static Settings Read(params (string Key, string Value)[] settings) => Settings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value))).Build(),
        new Production());

    private sealed class Production : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;

        public string ApplicationName { get; set; } = "MeetingBot";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
