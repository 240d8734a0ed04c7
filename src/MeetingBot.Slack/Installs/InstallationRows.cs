using System.Security.Cryptography;
using System.Text.Json;
using MeetingBot.Tables;
using Microsoft.AspNetCore.DataProtection;

namespace MeetingBot.Slack.Installs;

/// <summary>
/// Keeps installations in partitions of their own, which no group reaches; their tokens protected, each for its
/// workspace alone.
/// </summary>
internal sealed class InstallationRows(ITable table, IDataProtectionProvider keys)
{
    private const string Partition = "slack-installs";
    private const string UsedPartition = "slack-install-states";
    private const string Purpose = "MeetingBot.Slack.Tokens";
    private const int MostSwept = 50;

    /// <summary>The installation in a workspace or organisation, or null.</summary>
    /// <exception cref="TableUnavailableException"/>
    public async ValueTask<Installation?> FindAsync(string tenant, CancellationToken cancel)
    {
        var row = await table.GetAsync(Partition, TableKey.Join(tenant), cancel).ConfigureAwait(false);
        return row?.TryRead(InstallJson.Default.InstallationRow) is { } kept ? Read(tenant, kept, row.ETag) : null;
    }

    /// <summary>Keeps it, whatever was there.</summary>
    /// <exception cref="TableUnavailableException"/>
    /// <exception cref="CryptographicException">There is no key to protect it with.</exception>
    public async ValueTask PutAsync(Installation made, CancellationToken cancel) => await table.CommitAsync(
        Partition, [new RowChange.Upsert(TableKey.Join(made.Tenant), Write(made))], cancel).ConfigureAwait(false);

    /// <summary>Keeps it in place of the very row that it was read from. Whether it was still that.</summary>
    /// <exception cref="TableUnavailableException"/>
    /// <exception cref="CryptographicException">There is no key to protect it with.</exception>
    public async ValueTask<bool> ReplaceAsync(Installation made, CancellationToken cancel) =>
        await table.CommitAsync(
            Partition, [new RowChange.Replace(TableKey.Join(made.Tenant), Write(made), made.ETag)], cancel)
            .ConfigureAwait(false) is CommitResult.Committed;

    /// <summary>Deletes the very row that it was read from. Whether it was still that.</summary>
    /// <exception cref="TableUnavailableException"/>
    public async ValueTask<bool> DeleteAsync(Installation read, CancellationToken cancel) =>
        await table.CommitAsync(
            Partition, [new RowChange.Delete(TableKey.Join(read.Tenant), read.ETag)], cancel)
            .ConfigureAwait(false) is CommitResult.Committed;

    /// <summary>
    /// Keeps another name of the workspace. All else stays as it is, the tokens unread: who can't read them does not
    /// lose them. Whether it is newer than the one that is kept.
    /// </summary>
    /// <exception cref="TableUnavailableException"/>
    public async ValueTask<bool> RenameAsync(
        string tenant, string name, DateTimeOffset at, CancellationToken cancel)
    {
        var (key, told) = (TableKey.Join(tenant), at.ToUnixTimeSeconds());
        while (true)
        {
            var row = await table.GetAsync(Partition, key, cancel).ConfigureAwait(false);
            if (row?.TryRead(InstallJson.Default.InstallationRow) is not { } kept) return false;
            if (told < Math.Max(kept.Installed, kept.Named)) return false;
            var renamed = Rows.Write(kept with { Name = name, Named = told }, InstallJson.Default.InstallationRow);
            var committed = await table.CommitAsync(Partition, [new RowChange.Replace(key, renamed, row.ETag)], cancel)
                .ConfigureAwait(false);
            if (committed is CommitResult.Committed) return true;
        }
    }

    /// <summary>Uses up a state, once among all instances. Whether it was not used before.</summary>
    /// <exception cref="TableUnavailableException"/>
    public async ValueTask<bool> UseAsync(BegunInstall begun, DateTimeOffset now, CancellationToken cancel)
    {
        var key = TableKey.Join(Seconds(begun.Until), begun.Id);
        var used = await table.CommitAsync(
            UsedPartition, [new RowChange.Insert(key, "{}"u8.ToArray())], cancel).ConfigureAwait(false);
        // What has expired is refused without a row.
        var old = await table.QueryAsync(UsedPartition, new KeyRange(" ", Seconds(now)), MostSwept, cancel)
            .ConfigureAwait(false);
        if (old.Count > 0)
            await table.CommitAsync(UsedPartition, [.. old.Select(row => new RowChange.Delete(row.RowKey))], cancel)
                .ConfigureAwait(false);
        return used is CommitResult.Committed;
    }

    private static string Seconds(DateTimeOffset time) =>
        time.ToUnixTimeSeconds().ToString("D12", System.Globalization.CultureInfo.InvariantCulture);

    private ReadOnlyMemory<byte> Write(Installation made)
    {
        var pair = JsonSerializer.SerializeToUtf8Bytes(
            new TokenPair(made.Token!, made.Refresh), InstallJson.Default.TokenPair);
        return Rows.Write(
            new InstallationRow(
                made.Tenant, made.Bot, Convert.ToBase64String(Protector(made.Tenant).Protect(pair)),
                made.Expires?.ToUnixTimeSeconds() ?? 0, made.Installed.ToUnixTimeSeconds(), made.Claim?.By,
                made.Claim?.At.ToUnixTimeSeconds() ?? 0, made.Name, made.Named?.ToUnixTimeSeconds() ?? 0),
            InstallJson.Default.InstallationRow);
    }

    // The key says whose it is: a row that was put in another's place can't be read there.
    private Installation Read(string tenant, InstallationRow row, string etag)
    {
        var pair = Unprotect(tenant, row);
        return new Installation
        {
            Tenant = tenant,
            Bot = row.Bot,
            Token = pair?.Token,
            Refresh = pair?.Refresh,
            Expires = row.Expires == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(row.Expires),
            Installed = DateTimeOffset.FromUnixTimeSeconds(row.Installed),
            Name = row.Name ?? "",
            Named = row.Named == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(row.Named),
            Claim = row.ClaimedBy is { } by
                ? new RenewalClaim(by, DateTimeOffset.FromUnixTimeSeconds(row.ClaimedAt))
                : null,
            ETag = etag,
        };
    }

    private TokenPair? Unprotect(string tenant, InstallationRow row)
    {
        try
        {
            var plain = Protector(tenant).Unprotect(Convert.FromBase64String(row.Tokens));
            return JsonSerializer.Deserialize(plain, InstallJson.Default.TokenPair);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string tenant) => keys.CreateProtector(Purpose, tenant);
}
