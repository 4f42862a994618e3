using System.Text;
using System.Text.Json;
using Builder.Graph.Documents;
using Builder.Graph.Messages;

namespace Builder.Graph.Json;

/// <summary>The bytes of a project file, the tree of values in them, and errors that name lines.</summary>
/// <param name="bytes">The file.</param>
/// <param name="hasLines">False where the bytes are not those that the person sees, so that naming a line would mislead.</param>
internal sealed class JsonSource(byte[] bytes, bool hasLines = true)
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The bytes of a value.</summary>
    public ReadOnlyMemory<byte> BytesOf(JsonItem node) => bytes.AsMemory(node.Start, node.End - node.Start);

    /// <summary>Reads all values. No recursion: depth costs nothing but is limited all the same.</summary>
    /// <exception cref="ProjectFileException">It is not JSON, or too deep or too large.</exception>
    public JsonItem Parse()
    {
        if (bytes.Length > DocumentLimits.FileBytes)
        {
            throw Fail(0, "", ProjectFileMessages.FileTooLarge.With(("length", bytes.Length / (1024 * 1024)), ("fileBytes", DocumentLimits.FileBytes / (1024 * 1024))));
        }

        var start = bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        if (bytes.AsSpan(start).Trim(" \t\r\n"u8).IsEmpty)
        {
            throw Fail(0, "", ProjectFileMessages.EmptyFile.With());
        }

        var reader = new Utf8JsonReader(bytes.AsSpan(start), new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            return ReadTree(ref reader, start);
        }
        catch (JsonException notJson)
        {
            var place = start + (int)reader.BytesConsumed;
            throw Fail(place, "", ProjectFileMessages.NotJson.With(("cause", Reason(notJson))));
        }
    }

    /// <summary>An error about a value.</summary>
    public ProjectFileException Fail(JsonItem node, Message reason, string? block = null, string? code = null) =>
        Fail(node.Start, node.Path, reason, block, code);

    /// <summary>An error at a byte of the file.</summary>
    public ProjectFileException Fail(int place, string path, Message reason, string? block = null, string? code = null)
    {
        var (line, column) = LineAndColumn(place);
        var said = (hasLines, path.Length > 0) switch
        {
            (true, true) => ProjectFileMessages.AtPath.With(("line", line), ("column", column), ("path", path), ("what", reason)),
            (true, false) => ProjectFileMessages.AtLine.With(("line", line), ("column", column), ("what", reason)),
            (false, true) => ProjectFileMessages.AtPathOnly.With(("path", path), ("what", reason)),
            _ => reason,
        };
        return new ProjectFileException(said, code ?? reason.Kind, block, hasLines ? line : null, hasLines ? column : null, path);
    }

    private static string Reason(JsonException notJson)
    {
        var end = notJson.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? notJson.Message : notJson.Message[..end];
    }

    private JsonItem ReadTree(ref Utf8JsonReader reader, int offset)
    {
        JsonItem? root = null, open = null;
        var (name, tokens) = ("", 0);
        while (reader.Read())
        {
            var start = offset + (int)reader.TokenStartIndex;
            CheckSize(++tokens, reader.CurrentDepth, start, open);
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = TextOf(ref reader, start, open!);
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open!.End = offset + (int)reader.BytesConsumed;
                    open = open.Parent;
                    continue;
            }

            var node = Make(ref reader, start, open, name);
            node.End = offset + (int)reader.BytesConsumed;
            Attach(node, open);
            root ??= node;
            open = node.Kind is JsonValueKind.Object or JsonValueKind.Array ? node : open;
        }

        return root!;
    }

    private JsonItem Make(ref Utf8JsonReader reader, int start, JsonItem? parent, string name) => reader.TokenType switch
    {
        JsonTokenType.StartObject => new(JsonValueKind.Object, start, parent, name),
        JsonTokenType.StartArray => new(JsonValueKind.Array, start, parent, name),
        JsonTokenType.String => new(JsonValueKind.String, start, parent, name) { Text = TextOf(ref reader, start, parent) },
        JsonTokenType.Number => new(JsonValueKind.Number, start, parent, name) { Text = Encoding.UTF8.GetString(reader.ValueSpan) },
        JsonTokenType.True => new(JsonValueKind.True, start, parent, name),
        JsonTokenType.False => new(JsonValueKind.False, start, parent, name),
        _ => new(JsonValueKind.Null, start, parent, name),
    };

    private void Attach(JsonItem node, JsonItem? parent)
    {
        if (parent is { Kind: JsonValueKind.Array })
        {
            parent.Items.Add(node);
        }
        else if (parent is not null && !parent.Members.TryAdd(node.Name, node))
        {
            throw Fail(node.Start, node.Path, ProjectFileMessages.DuplicateProperty.With(("name", node.Name)));
        }
    }

    private string TextOf(ref Utf8JsonReader reader, int start, JsonItem? parent)
    {
        if (reader.ValueSpan.Length > DocumentLimits.TextLength * 6)
        {
            throw Fail(start, parent?.Path ?? "", TextRules.TooLong(DocumentLimits.TextLength));
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fail(start, parent?.Path ?? "", TextRules.Broken);
        }
    }

    private void CheckSize(int tokens, int depth, int place, JsonItem? open)
    {
        if (depth > DocumentLimits.FileDepth)
        {
            throw Fail(place, "", ProjectFileMessages.TooDeep.With(("fileDepth", DocumentLimits.FileDepth)));
        }

        if (tokens > DocumentLimits.FileTokens)
        {
            throw Fail(place, open is null ? "" : RootName(open), ProjectFileMessages.TooManyValues.With(("fileTokens", DocumentLimits.FileTokens)));
        }
    }

    private static string RootName(JsonItem node)
    {
        while (node.Parent?.Parent is not null)
        {
            node = node.Parent;
        }

        return node.Name;
    }

    private (int Line, int Column) LineAndColumn(int place)
    {
        var before = bytes.AsSpan(0, Math.Min(place, bytes.Length));
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
