using MeetingBot.Conversations;
using MeetingBot.Teams.Activities;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Teams.Authentication;

/// <summary>
/// Says who may come in: once by the request's headers, before anything of the body is read, and once by the
/// parsed activity, before it has any effect.
/// </summary>
internal sealed class Doorkeeper(TeamsOptions options, TokenValidator? validator)
{
    /// <summary>The one channel whose people are vouched for; a web chat's client makes up its own.</summary>
    private const string TeamsChannelId = "msteams";

    public ValueTask<Admission> AdmitAsync(HttpRequest request) => options.Door switch
    {
        TeamsDoor.Authenticated when validator is not null => ByTokenAsync(request, validator),
        TeamsDoor.Open => new ValueTask<Admission>(ByCaller(request)),
        _ => new ValueTask<Admission>(Denial.Closed),
    };

    /// <summary>Why this activity may not come in with this admission; null when it may.</summary>
    public Denial? Check(Admission admission, Activity activity)
    {
        if (options.Door == TeamsDoor.Open)
            return LoopbackCaller.IsLoopbackUrl(activity.ServiceUrl ?? "") ? null : Denial.ForeignService;
        if (admission.Token is not { } token) return Denial.Unauthorized;

        if (token.ServiceUrl is null || token.ServiceUrl != activity.ServiceUrl) return Denial.OtherServiceUrl;
        if (activity.ChannelId != TeamsChannelId || !token.Channels.Contains(TeamsChannelId))
            return Denial.NotEndorsed;
        return IsServed(Origin.TenantOf(activity)) ? null : Denial.OtherTenant;
    }

    private static ValueTask<Admission> ByTokenAsync(HttpRequest request, TokenValidator validator)
    {
        var header = request.Headers.Authorization;
        if (header.Count != 1) return new ValueTask<Admission>(Denial.Unauthorized);

        var validating = validator.ValidateAsync(header[0]);
        return validating.IsCompletedSuccessfully
            ? new ValueTask<Admission>(Admission.Of(validating.Result))
            : AwaitAsync(validating);
    }

    private static async ValueTask<Admission> AwaitAsync(ValueTask<ValidatedToken?> validating)
    {
        try
        {
            return Admission.Of(await validating.ConfigureAwait(false));
        }
        catch (KeysUnavailableException)
        {
            return Denial.KeysUnavailable;
        }
    }

    private static Admission ByCaller(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        var elsewhere = LoopbackCaller.Refusal(
            request.HttpContext.Connection.RemoteIpAddress,
            request.Host.Value ?? "",
            origin.Count == 0 ? null : origin.ToString(),
            request.Headers.Keys,
            request.Protocol);
        return elsewhere is null ? default(Admission) : Denial.NotHere;
    }

    private bool IsServed(string tenant)
    {
        if (tenant.Length == 0) return false;
        if (options.AppType != AppType.MultiTenant)
            return string.Equals(tenant, options.TenantId, StringComparison.OrdinalIgnoreCase);
        return options.AllowedTenants.IsEmpty
            || options.AllowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase);
    }
}
