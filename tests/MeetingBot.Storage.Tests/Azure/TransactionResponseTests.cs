using System.Text;
using MeetingBot.Storage.Azure;

namespace MeetingBot.Storage.Tests.Azure;

public sealed class TransactionResponseTests
{
    private const string Head =
        "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_2\r\n\r\n"
        + "--changesetresponse_2\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n";

    private const string Done =
        "HTTP/1.1 204 No Content\r\nETag: W/\"datetime'2026-11-22T02%3A10%3A38.31Z'\"\r\n\r\n\r\n";

    [Fact]
    public void EachChangeDone_IsNoError() => Assert.Null(Read(Head + Done + Done, changes: 2));

    [Fact]
    public void OneError_StandsForAll()
    {
        var error = Read(
            Head + "HTTP/1.1 409 Conflict\r\nContent-Type: application/json\r\n\r\n"
            + """{"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","""
            + """ "value":"7:The specified entity already exists.\nTime:x"}}}"""
            + "\r\n--changesetresponse_2--\r\n--batchresponse_1--\r\n",
            changes: 9);

        Assert.Equal(new TableError(409, "EntityAlreadyExists", 7), error);
        Assert.True(error!.IsConflict);
    }

    [Fact]
    public void MissingTable_IsNoConflict()
    {
        var error = Read(
            Head + "HTTP/1.1 404 Not Found\r\n\r\n"
            + "{\"odata.error\":{\"code\":\"TableNotFound\",\"message\":{\"value\":\"0:x\"}}}\r\n",
            changes: 1);

        Assert.False(error!.IsConflict);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("HTTP/1.1 ", 1)]
    [InlineData(Head + Done, 2)]
    [InlineData(Head + Done + Done, 1)]
    public void AnswerThatProvesNothing_IsRefused(string answer, int changes) =>
        Assert.Throws<FormatException>(() => Read(answer, changes));

    [Theory]
    [InlineData("")]
    [InlineData("<?xml version=\"1.0\"?><Error><Code>AuthenticationFailed</Code></Error>")]
    [InlineData("[]")]
    [InlineData("{\"odata.error\":7}")]
    public void ErrorOfAnotherShape_KeepsItsStatus(string body) =>
        Assert.Equal(new TableError(403, "", null), TableError.Read(403, Encoding.UTF8.GetBytes(body)));

    private static TableError? Read(string answer, int changes) =>
        TransactionResponse.Read(Encoding.UTF8.GetBytes(answer), changes);
}
