using MeetingBot.Testing;
using MeetingBot.Web.Reports.Printing;

namespace MeetingBot.EndToEnd.Tests.Reports;

/// <summary>How a Chromium is called, and what becomes of one that does not do its work.</summary>
public sealed class ChromiumRunTests
{
    [Fact]
    public async Task ProgramThatHangs_IsEndedWithItsChildren_AndItsFolderIsGone()
    {
        using var folder = new TemporaryFolder();
        var pids = folder.File("pids");
        var program = Script(folder, $"sleep 600 & echo $! >> {pids}; echo $$ >> {pids}; echo \"$HOME\" > {folder.File("home")}; wait");
        using var printer = new PdfPrinter(program, TimeSpan.FromSeconds(2));
        var problem = await Assert.ThrowsAsync<PdfException>(() => printer.PrintAsync("<p>", default));
        Assert.Equal(("Chromium did not print the report in time.", true), (problem.Message, problem.MayTryAgain));
        Assert.All(await File.ReadAllLinesAsync(pids), pid => Assert.False(Runs(pid), $"{pid} runs still."));
        Assert.False(Directory.Exists((await File.ReadAllTextAsync(folder.File("home"))).Trim()));
    }

    [Fact]
    public async Task WhoAskedAndWentAway_EndsIt()
    {
        using var folder = new TemporaryFolder();
        using var printer = new PdfPrinter(Script(folder, $"echo $$ > {folder.File("pid")}; exec sleep 600"));
        using var gone = new CancellationTokenSource();
        var printing = printer.PrintAsync("<p>", gone.Token);
        while (!File.Exists(folder.File("pid")) || new FileInfo(folder.File("pid")).Length == 0) await Task.Yield();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => printing);
        Assert.False(Runs((await File.ReadAllTextAsync(folder.File("pid"))).Trim()));
    }

    [Fact]
    public async Task ItKnowsNothingOfTheService_AndHasNoNetwork()
    {
        using var folder = new TemporaryFolder();
        Environment.SetEnvironmentVariable("MEETINGBOT_TEST_SECRET", "hush");
        var program = Script(folder, $"env > {folder.File("env")}; printf '%s\\n' \"$@\" > {folder.File("args")}; echo no >&2; exit 3");
        using var printer = new PdfPrinter(program);
        var problem = await Assert.ThrowsAsync<PdfException>(() => printer.PrintAsync("<p>", default));
        Assert.Equal("Chromium made no PDF. It said: no", problem.Message);
        Assert.DoesNotContain("hush", await File.ReadAllTextAsync(folder.File("env")), StringComparison.Ordinal);
        var arguments = await File.ReadAllLinesAsync(folder.File("args"));
        Assert.Contains("--host-resolver-rules=MAP * ~NOTFOUND", arguments);
        Assert.Contains("--disable-background-networking", arguments);
        Assert.Contains("--generate-pdf-document-outline", arguments);
        Assert.Equal(Environment.IsPrivilegedProcess, arguments.Contains("--no-sandbox"));
        Assert.StartsWith("file:///", arguments[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task SandboxThatDoesNotWork_IsSaidInWords()
    {
        using var folder = new TemporaryFolder();
        using var printer = new PdfPrinter(Script(folder, "echo 'No usable sandbox!' >&2; exit 1"));
        var problem = await Assert.ThrowsAsync<PdfException>(() => printer.PrintAsync("<p>", default));
        Assert.Contains("user namespaces", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyAFewWait_AndOneAtATimeIsPrinted()
    {
        using var folder = new TemporaryFolder();
        var (busy, go) = (folder.File("busy"), folder.File("go"));
        using var printer = new PdfPrinter(Script(
            folder, $"[ -e {busy} ] && echo twice > {folder.File("twice")}; touch {busy}; until [ -e {go} ]; do sleep 0.02; done; "
                + $"rm {busy}; for a in \"$@\"; do case $a in --print-to-pdf=*) echo x > \"${{a#*=}}\";; esac; done"));
        var printing = Enumerable.Range(0, PdfPrinter.MostWaiting + 1).Select(_ => printer.PrintAsync("<p>", default)).ToList();
        var problem = await Assert.ThrowsAsync<PdfException>(() => printer.PrintAsync("<p>", default));
        Assert.True(problem.MayTryAgain);
        await File.WriteAllTextAsync(go, "");
        Assert.All(await Task.WhenAll(printing), pdf => Assert.Equal("x\n"u8.ToArray(), pdf));
        Assert.False(File.Exists(folder.File("twice")));
        await printer.PrintAsync("<p>", default);
    }

    [Fact]
    public async Task WhatIsNoProgram_IsSaid()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("chromium"), "no program");
        using var printer = new PdfPrinter(new ChromiumProgram(folder.File("chromium")));
        var problem = await Assert.ThrowsAsync<PdfException>(() => printer.PrintAsync("<p>", default));
        Assert.Equal("The Chromium of this machine can't be started.", problem.Message);
    }

    [Fact]
    public async Task Program_IsFoundByItsPath_OrItsName()
    {
        using var folder = new TemporaryFolder();
        Assert.Null(ChromiumProgram.Find(null, folder.Path));
        Assert.Null(ChromiumProgram.Find(folder.File("chromium"), folder.Path));
        await File.WriteAllTextAsync(folder.File("google-chrome"), "");
        Assert.Equal(folder.File("google-chrome"), ChromiumProgram.Find(null, folder.Path)!.Path);
        await File.WriteAllTextAsync(folder.File("chromium"), "");
        Assert.Equal(folder.File("chromium"), ChromiumProgram.Find("", $"/nowhere{Path.PathSeparator}{folder.Path}")!.Path);
        Assert.Equal(folder.File("google-chrome"), ChromiumProgram.Find("google-chrome", folder.Path)!.Path);
        Assert.Equal(folder.File("chromium"), ChromiumProgram.Find(folder.File("chromium"), null)!.Path);
        Assert.Null(ChromiumProgram.Find("../chromium", null));
    }

    private static ChromiumProgram Script(TemporaryFolder folder, string body)
    {
        var path = folder.File("browser");
        File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
        Assert.False(OperatingSystem.IsWindows(), "The programs that stand for a Chromium are shell scripts.");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new ChromiumProgram(path);
    }

    // One that has ended and was not waited for by its parent runs no more.
    private static bool Runs(string pid)
    {
        var stat = $"/proc/{pid}/stat";
        try
        {
            return File.Exists(stat) && File.ReadAllText(stat).Split(')')[^1].Trim()[0] is not 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }
}
