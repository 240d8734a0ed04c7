using System.Diagnostics;
using System.Text.Json;

namespace MeetingBot.Teams.Tests.Npm;

/// <summary>Runs a script of <c>tests/npm</c>: JSON on its standard input, JSON on its standard output.</summary>
public static class NodeScript
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static async Task<TAnswer> Run<TAnswer>(string script, object? question = null)
    {
        RepositoryFiles.PathOfPackage("ajv", "package.json");
        var (code, output, error) = await Start("node", [RepositoryFiles.PathOf("tests", "npm", script)], question);
        Assert.True(code == 0, $"{script} ended with {code}: {error}");
        return JsonSerializer.Deserialize<TAnswer>(output)!;
    }

    private static async Task Ask(StreamWriter input, object? question, CancellationToken limit)
    {
        try
        {
            await JsonSerializer.SerializeAsync(input.BaseStream, question, cancellationToken: limit);
            input.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its error output says why.
        }
    }

    public static async Task<(int Code, string Output, string Error)> Start(
        string program, IEnumerable<string> arguments, object? question = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await Ask(process.StandardInput, question, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
