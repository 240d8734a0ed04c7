using MeetingBot.Storage.Azure;
using MeetingBot.Testing;

namespace MeetingBot.Storage.Tests.Azure;

public sealed class TableSharedKeyLitePolicyTests
{
    [Theory]
    [InlineData("/devstoreaccount1/Tables", "q2m2oK7LC1iTwM6FPt7YPYENBEJ/HOVWxEw1YnGsDds=")]
    [InlineData("/devstoreaccount1/$batch", "80rkm/3eAh7BvvfJx7ocdmUxZhrx13MOUJE/pejgMoc=")]
    public void KnownRequest_HasTheKnownSignature(string path, string signature)
    {
        var policy = new TableSharedKeyLitePolicy(Azurite.Account, Azurite.AccountKey, TimeProvider.System);

        Assert.Equal(signature, policy.Sign("Wed, 05 Aug 2026 10:00:00 GMT", path));
    }
}
