using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MeetingBot.Slack.Blocks;

namespace MeetingBot.Slack.WebApi;

/// <summary>The methods of the Web API that are used, each by its own name.</summary>
internal sealed class SlackApi(SlackClient client)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary><c>auth.test</c>: whose token it is.</summary>
    public ValueTask<SlackResponse> AuthTestAsync(string token, CancellationToken cancel) =>
        client.AskAsync("auth.test", token, cancel);

    /// <summary><c>chat.postMessage</c>; answers its <c>ts</c>.</summary>
    public ValueTask<SlackResponse> PostMessageAsync(
        string token, string channel, string? thread, RenderedMessage content, CancellationToken cancel) =>
        ShowAsync("chat.postMessage", token, Write(writer =>
        {
            writer.WriteString("channel"u8, channel);
            if (thread is not null) writer.WriteString("thread_ts"u8, thread);
            writer.WriteBoolean("unfurl_links"u8, false);
            writer.WriteBoolean("unfurl_media"u8, false);
            Write(writer, content);
        }), cancel);

    /// <summary><c>chat.update</c> of a message of our own.</summary>
    public ValueTask<SlackResponse> UpdateMessageAsync(
        string token, string channel, string ts, RenderedMessage content, CancellationToken cancel) =>
        ShowAsync("chat.update", token, Write(writer =>
        {
            writer.WriteString("channel"u8, channel);
            writer.WriteString("ts"u8, ts);
            Write(writer, content);
        }), cancel);

    /// <summary><c>chat.delete</c> of a message of our own.</summary>
    public ValueTask<SlackResponse> DeleteMessageAsync(
        string token, string channel, string ts, CancellationToken cancel) =>
        client.SendAsync("chat.delete", token, Write(writer =>
        {
            writer.WriteString("channel"u8, channel);
            writer.WriteString("ts"u8, ts);
        }), cancel);

    /// <summary><c>chat.postEphemeral</c>: seen by one member of the channel, while they are there.</summary>
    public ValueTask<SlackResponse> PostEphemeralAsync(
        string token, string channel, string? thread, string user, RenderedMessage content, CancellationToken cancel) =>
        ShowAsync("chat.postEphemeral", token, Write(writer =>
        {
            writer.WriteString("channel"u8, channel);
            writer.WriteString("user"u8, user);
            if (thread is not null) writer.WriteString("thread_ts"u8, thread);
            Write(writer, content);
        }), cancel);

    /// <summary><c>views.open</c>, within three seconds of the trigger.</summary>
    public ValueTask<SlackResponse> OpenViewAsync(
        string token, string trigger, ReadOnlyMemory<byte> view, CancellationToken cancel) =>
        ShowAsync("views.open", token, Write(writer =>
        {
            writer.WriteString("trigger_id"u8, trigger);
            WriteView(writer, view);
        }), cancel);

    /// <summary><c>views.update</c> of a view that is open.</summary>
    public ValueTask<SlackResponse> UpdateViewAsync(
        string token, string id, ReadOnlyMemory<byte> view, CancellationToken cancel) =>
        ShowAsync("views.update", token, Write(writer =>
        {
            writer.WriteString("view_id"u8, id);
            WriteView(writer, view);
        }), cancel);

    /// <summary><c>views.publish</c>: somebody's Home tab; answers its <c>view</c> with the new <c>hash</c>.</summary>
    /// <param name="hash">Of the view that it may take the place of; null for whichever stands there.</param>
    public ValueTask<SlackResponse> PublishViewAsync(
        string token, string user, ReadOnlyMemory<byte> view, string? hash, CancellationToken cancel) =>
        ShowAsync("views.publish", token, Write(writer =>
        {
            writer.WriteString("user_id"u8, user);
            if (hash is not null) writer.WriteString("hash"u8, hash);
            WriteView(writer, view);
        }), cancel);

    /// <summary>
    /// <c>apps.connections.open</c>, with the app's own token; answers the <c>url</c> of a socket, good for one
    /// connection.
    /// </summary>
    public ValueTask<SlackResponse> OpenSocketAsync(string appToken, CancellationToken cancel) =>
        client.AskAsync("apps.connections.open", appToken, cancel);

    /// <summary><c>conversations.open</c>: the bot's own chat with somebody, the same one each time.</summary>
    public ValueTask<SlackResponse> OpenConversationAsync(string token, string user, CancellationToken cancel) =>
        client.SendAsync("conversations.open", token, Write(writer => writer.WriteString("users"u8, user)), cancel);

    /// <summary><c>conversations.members</c>: a page of the ids of a channel's people, bots among them.</summary>
    /// <param name="cursor">Where the page begins; null for the first.</param>
    public ValueTask<SlackResponse> MembersAsync(
        string token, string channel, string? cursor, CancellationToken cancel) =>
        client.AskAsync(
            "conversations.members", token, cancel,
            ("channel", channel), ("limit", "200"), ("cursor", cursor ?? ""));

    /// <summary><c>users.info</c>.</summary>
    public ValueTask<SlackResponse> UserAsync(string token, string user, CancellationToken cancel) =>
        client.AskAsync("users.info", token, cancel, ("user", user));

    /// <summary><c>files.info</c>; answers its <c>file</c>.</summary>
    public ValueTask<SlackResponse> FileAsync(string token, string file, CancellationToken cancel) =>
        client.AskAsync("files.info", token, cancel, ("file", file));

    /// <summary><c>files.getUploadURLExternal</c>: where a file of so many bytes may be put.</summary>
    public ValueTask<SlackResponse> UploadUrlAsync(string token, string name, int bytes, CancellationToken cancel) =>
        client.AskAsync(
            "files.getUploadURLExternal", token, cancel,
            ("filename", name), ("length", bytes.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary><c>files.completeUploadExternal</c>: shows the file that was put in a channel.</summary>
    public ValueTask<SlackResponse> CompleteUploadAsync(
        string token, string file, string title, string channel, string? thread, CancellationToken cancel) =>
        client.SendAsync("files.completeUploadExternal", token, Write(writer =>
        {
            writer.WriteStartArray("files"u8);
            writer.WriteStartObject();
            writer.WriteString("id"u8, file);
            writer.WriteString("title"u8, title);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteString("channel_id"u8, channel);
            if (thread is not null) writer.WriteString("thread_ts"u8, thread);
        }), cancel);

    // Slack refuses the whole for a picture that it can't fetch: its words are sent then, once.
    private async ValueTask<SlackResponse> ShowAsync(
        string method, string token, ReadOnlyMemory<byte> json, CancellationToken cancel)
    {
        var response = await client.SendAsync(method, token, json, cancel).ConfigureAwait(false);
        return PicturesInWords.AreWanted(response) && PicturesInWords.Of(json) is { } words
            ? await client.SendAsync(method, token, words, cancel).ConfigureAwait(false)
            : response;
    }

    /// <summary>A message's <c>text</c> and <c>blocks</c>.</summary>
    public static void Write(Utf8JsonWriter writer, RenderedMessage message)
    {
        writer.WriteString("text"u8, message.Text);
        writer.WritePropertyName("blocks"u8);
        writer.WriteRawValue(message.Blocks.Span, skipInputValidation: true);
    }

    /// <summary>A <c>view</c> as it was drawn.</summary>
    public static void WriteView(Utf8JsonWriter writer, ReadOnlyMemory<byte> view)
    {
        writer.WritePropertyName("view"u8);
        writer.WriteRawValue(view.Span, skipInputValidation: true);
    }

    /// <summary>An object of JSON in UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }
}
