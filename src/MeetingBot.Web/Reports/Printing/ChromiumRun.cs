using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace MeetingBot.Web.Reports.Printing;

/// <summary>
/// One run of Chromium that prints one page: a process of its own with a folder of its own, without network and
/// without what this process knows, ended with all its children when its time is over. The page itself
/// forbids scripts.
/// </summary>
internal static class ChromiumRun
{
    private const long MostBytes = 128L * 1024 * 1024;
    private const int MostTold = 400;

    // What a program needs to find its parts and fonts; settings and secrets of this process are none of its business.
    private static readonly string[] Handed =
    [
        "PATH", "LANG", "LC_ALL", "SystemRoot", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_DATA_DIRS",
        "LD_LIBRARY_PATH",
    ];

    private static readonly string[] Folders =
        ["HOME", "TMPDIR", "TEMP", "TMP", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"];

    public static async Task<byte[]> PrintAsync(
        ChromiumProgram program, string html, TimeSpan limit, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("meetingbot-pdf-");
        try
        {
            var page = Path.Combine(folder.FullName, "report.html");
            var pdf = Path.Combine(folder.FullName, "report.pdf");
            await File.WriteAllTextAsync(page, html, new UTF8Encoding(false), cancel);
            var told = await RunAsync(program, folder.FullName, page, pdf, limit, cancel);
            var made = new FileInfo(pdf);
            if (!made.Exists || made.Length is 0 or > MostBytes)
                throw new PdfException("Chromium made no PDF. " + Reason(told), mayTryAgain: false);
            return await File.ReadAllBytesAsync(pdf, cancel);
        }
        finally
        {
            await RemoveAsync(folder);
        }
    }

    private static async Task<string> RunAsync(
        ChromiumProgram program, string folder, string page, string pdf, TimeSpan limit, CancellationToken cancel)
    {
        using var process = new Process { StartInfo = Start(program, folder, page, pdf) };
        var told = new StringBuilder();
        process.ErrorDataReceived += (_, line) => Keep(told, line.Data);
        process.OutputDataReceived += (_, _) => { };
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timed.CancelAfter(limit);
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            throw new PdfException("The Chromium of this machine can't be started.", mayTryAgain: false);
        }
        try
        {
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
            await process.WaitForExitAsync(timed.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new PdfException("Chromium did not print the report in time.", mayTryAgain: true);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None)
                .WaitAsync(TimeSpan.FromSeconds(5), CancellationToken.None)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        lock (told) return told.ToString();
    }

    private static ProcessStartInfo Start(ChromiumProgram program, string folder, string page, string pdf)
    {
        var start = new ProcessStartInfo(program.Path)
        {
            RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
            WorkingDirectory = folder,
        };
        foreach (var argument in ChromiumArguments.Of(folder, page, pdf)) start.ArgumentList.Add(argument);
        var handed = Handed.Where(start.Environment.ContainsKey)
            .Select(name => KeyValuePair.Create(name, start.Environment[name])).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in handed) start.Environment[name] = value;
        foreach (var name in Folders) start.Environment[name] = folder;
        return start;
    }

    private static void Keep(StringBuilder told, string? line)
    {
        lock (told) if (line is not null && told.Length < 4_000) told.Append(line).Append('\n');
    }

    // The one failure that an operator can mend, in words.
    private static string Reason(string told) => told.Contains("sandbox", StringComparison.OrdinalIgnoreCase)
        ? "Its sandbox does not work here: let it make user namespaces, or "
            + "run the service in a container of its own as root."
        : told.Length == 0
            ? "It said nothing."
            : "It said: " + told[..Math.Min(told.Length, MostTold)].ReplaceLineEndings(" ").Trim();

    // A child that is just ending may still write into it.
    private static async Task RemoveAsync(DirectoryInfo folder)
    {
        for (var left = 5; ; left--)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (IOException) when (left > 0)
            {
                await Task.Delay(20, CancellationToken.None);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return;
            }
        }
    }
}
