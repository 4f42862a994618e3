using System.Text;
using System.Text.Json;
using Builder.Graph.Documents;
using Builder.Graph.Problems;

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
            throw Fail("FileTooLarge", 0, "", new(
                $"The project file has {bytes.Length / (1024 * 1024)} MB; at most {DocumentLimits.FileBytes / (1024 * 1024)} MB can be read. Data belongs into files of its own.",
                $"项目文件有 {bytes.Length / (1024 * 1024)} MB，最多只能读取 {DocumentLimits.FileBytes / (1024 * 1024)} MB。请把数据放在单独的文件里。"));
        }

        var start = bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        if (bytes.AsSpan(start).Trim(" \t\r\n"u8).IsEmpty)
        {
            throw Fail("NotJson", 0, "", new(
                "The project file is empty. Restore it from a copy, or start a new project.", "项目文件是空的。请从备份恢复，或新建项目。"));
        }

        var reader = new Utf8JsonReader(bytes.AsSpan(start), new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            return ReadTree(ref reader, start);
        }
        catch (JsonException notJson)
        {
            var place = start + (int)reader.BytesConsumed;
            throw Fail("NotJson", place, "", new(
                $"This is not JSON: {Reason(notJson)} Look at the commas, quotes and brackets nearby.", "从这里起不是有效的 JSON。请检查附近的逗号、引号和括号。"));
        }
    }

    /// <summary>An error about a value.</summary>
    public ProjectFileException Fail(string code, JsonItem node, Localized words, string? block = null) =>
        Fail(code, node.Start, node.Path, words, block);

    /// <summary>An error at a byte of the file.</summary>
    public ProjectFileException Fail(string code, int place, string path, Localized words, string? block = null)
    {
        var (line, column) = LineAndColumn(place);
        var where = (hasLines, path.Length > 0) switch
        {
            (true, true) => new Localized($"Line {line}, column {column} ({path}): ", $"第 {line} 行第 {column} 列（{path}）："),
            (true, false) => new Localized($"Line {line}, column {column}: ", $"第 {line} 行第 {column} 列："),
            (false, true) => new Localized($"{path}: ", $"{path}："),
            _ => Localized.Same(""),
        };
        var problem = new Problem(code, block, new(where.En + words.En, where.Zh + words.Zh));
        return new ProjectFileException(problem, hasLines ? line : null, hasLines ? column : null, path);
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
            throw Fail("DuplicateProperty", node.Start, node.Path, new(
                $"“{node.Name}” stands here for the second time. Keep one of them.", $"“{node.Name}”在这里重复出现。请只保留一个。"));
        }
    }

    private string TextOf(ref Utf8JsonReader reader, int start, JsonItem? parent)
    {
        if (reader.ValueSpan.Length > DocumentLimits.TextLength * 6)
        {
            throw Fail("TextTooLong", start, parent?.Path ?? "", TextRules.TooLong(DocumentLimits.TextLength));
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fail("BrokenText", start, parent?.Path ?? "", TextRules.Broken);
        }
    }

    private void CheckSize(int tokens, int depth, int place, JsonItem? open)
    {
        if (depth > DocumentLimits.FileDepth)
        {
            throw Fail("TooDeep", place, "", new(
                $"Brackets stand within brackets more than {DocumentLimits.FileDepth} times. No project needs that: the file is damaged or not a project.",
                $"括号嵌套超过 {DocumentLimits.FileDepth} 层。正常的项目不会这样：文件已损坏，或者不是项目文件。"));
        }

        if (tokens > DocumentLimits.FileTokens)
        {
            throw Fail("FileTooLarge", place, open is null ? "" : RootName(open), new(
                $"The project file holds more than {DocumentLimits.FileTokens} values. Data belongs into files of its own.",
                $"项目文件中的值超过 {DocumentLimits.FileTokens} 个。请把数据放在单独的文件里。"));
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
