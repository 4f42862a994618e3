using System.Diagnostics;
using System.Globalization;
using System.Text;
using Builder.Graph.Documents;
using Builder.Graph.Json;

namespace Builder.Graph.Tests.Json;

public class BadProjectFileTests
{
    public static TheoryData<string, string, int?, string> Cases => new()
    {
        { "NotJson", "", 1, "empty" },
        { "NotJson", "{\n  \"format\": 1,\n  \"name\": oops\n}", 3, "not JSON" },
        { "NotJson", "{ \"format\": 1, \"name\": \"x\" } {}", 1, "not JSON" },
        { "NotJson", "{ \"format\": 1, \"name\": \"x\", \"blocks\": [ { \"id\": \"a\", \"kind\": \"Dropout\", \"parameters\": { \"p\": NaN } } ] }", 1, "not JSON" },
        { "NotJson", "{ \"format\": 1, \"name\": \"x\", \"blocks\": [ { \"id\": \"a\", \"kind\": \"Dropout\", \"parameters\": { \"p\": Infinity } } ] }", 1, "not JSON" },
        { "WrongType", "[]", 1, "braces" },
        { "MissingProperty", "{}", 1, "format" },
        { "NewerFormat", "{ \"format\": 2, \"name\": \"x\", \"shiny\": true }", 1, "newer version" },
        { "UnknownFormat", "{ \"format\": 0, \"name\": \"x\" }", 1, "no format 0" },
        { "UnknownFormat", "{ \"format\": -2147483648, \"name\": \"x\" }", 1, "no format" },
        { "WrongType", "{ \"format\": \"1\", \"name\": \"x\" }", 1, "whole number" },
        { "MissingProperty", "{ \"format\": 1 }", 1, "name" },
        { "WrongType", "{ \"format\": 1, \"name\": 5 }", 1, "text in quotes" },
        { "UnknownProperty", "{ \"format\": 1, \"name\": \"x\",\n \"block\": [] }", 2, "Did you mean “blocks”" },
        { "DuplicateProperty", "{ \"format\": 1, \"name\": \"x\",\n \"name\": \"y\" }", 2, "second time" },
        { "UnknownProperty", Blocks("{ \"id\": \"a\", \"kind\": \"ReLU\", \"colour\": 1 }"), 2, "colour" },
        { "UnknownKind", Blocks("{ \"id\": \"a\", \"kind\": \"Liner\" }"), 2, "Did you mean “Linear”" },
        { "UnknownParameter", Blocks("{ \"id\": \"a\", \"kind\": \"Linear\", \"parameters\": { \"out_feature\": 3 } }"), 2, "Did you mean “out_features”" },
        { "WrongParameterType", Blocks("{ \"id\": \"a\", \"kind\": \"Linear\", \"parameters\": { \"out_features\": \"many\" } }"), 2, "whole number" },
        { "WrongParameterType", Blocks("{ \"id\": \"a\", \"kind\": \"Linear\", \"parameters\": { \"out_features\": 3.5 } }"), 2, "whole number" },
        { "WrongParameterType", Blocks("{ \"id\": \"a\", \"kind\": \"Linear\", \"parameters\": { \"bias\": 1 } }"), 2, "true or false" },
        { "WrongType", Blocks("{ \"id\": \"a\", \"kind\": \"Linear\", \"parameters\": { \"out_features\": null } }"), 2, "Leave it out" },
        { "WrongType", Blocks("{ \"id\": \"a\", \"kind\": \"Linear\", \"parameters\": { \"out_features\": [[1]] } }"), 2, "plain list" },
        { "NumberTooLarge", Blocks("{ \"id\": \"a\", \"kind\": \"Linear\", \"parameters\": { \"out_features\": 99999999999999999999 } }"), 2, "larger than" },
        { "NumberTooLarge", Blocks("{ \"id\": \"a\", \"kind\": \"Dropout\", \"parameters\": { \"p\": 1e999 } }"), 2, "larger than" },
        { "DuplicateId", Blocks("{ \"id\": \"a\", \"kind\": \"ReLU\" },\n{ \"id\": \"a\", \"kind\": \"Tanh\" }"), 3, "taken" },
        { "BadId", Blocks("{ \"id\": \"a.b\", \"kind\": \"ReLU\" }"), 2, "letters a–z" },
        { "BadId", Blocks("{ \"id\": \"层\", \"kind\": \"ReLU\" }"), 2, "letters a–z" },
        { "BadId", Blocks("{ \"id\": \"\", \"kind\": \"ReLU\" }"), 2, "letters a–z" },
        { "WrongType", Blocks("{ \"id\": \"a\", \"kind\": \"ReLU\", \"position\": [1] }"), 2, "[x, y]" },
        { "WrongType", Blocks("{ \"id\": \"a\", \"kind\": \"ReLU\", \"position\": [1e300, 0] }"), 2, "position" },
        { "WrongType", Blocks("{ \"id\": \"a\", \"kind\": \"ReLU\", \"muted\": 1 }"), 2, "true or false" },
        { "UnknownGroup", Blocks("{ \"id\": \"a\", \"kind\": \"ReLU\", \"group\": \"g\" }"), 2, "no group" },
        { "UnknownWeightsFrom", Blocks("{ \"id\": \"a\", \"kind\": \"ReLU\", \"weightsFrom\": \"b\" }"), 2, "no such block" },
        { "WeightsInCircle", Blocks("{ \"id\": \"a\", \"kind\": \"ReLU\", \"weightsFrom\": \"a\" }"), 2, "own weights" },
        { "DanglingLink", Links("{ \"from\": \"a.output\", \"to\": \"z.input\" }"), 3, "no block “z”" },
        { "UnknownPort", Links("{ \"from\": \"a.out\", \"to\": \"b.input\" }"), 3, "It has: output" },
        { "UnknownPort", Links("{ \"from\": \"a.output\", \"to\": \"b.inputs\" }"), 3, "It has: input" },
        { "BadLink", Links("{ \"from\": \"a\", \"to\": \"b.input\" }"), 3, "block.port" },
        { "DuplicateLink", Links("{ \"from\": \"a.output\", \"to\": \"b.input\", \"slot\": 0 },\n{ \"from\": \"a.output\", \"to\": \"b.input\", \"slot\": 0 }"), 4, "place 0" },
        { "BadSlot", Links("{ \"from\": \"a.output\", \"to\": \"b.input\", \"slot\": 10000 }"), 3, "places count from 0" },
        { "BadSlot", Links("{ \"from\": \"a.output\", \"to\": \"b.input\", \"slot\": -1 }"), 3, "places count from 0" },
        { "BadData", Data("{ \"id\": \"d\",\n\"source\": { \"kind\": \"pickle\" } }"), 3, "“pickle” is not possible for “kind”. Possible: table, pictures, idx, text." },
        { "BadData", Data("{ \"id\": \"d\", \"source\": { \"kind\": \"text\", \"path\": \"x\" }, \"columns\": [ { \"name\": \"n\", \"type\": \"number\", \"transforms\": [\n{ \"kind\": \"fill\" } ] } ] }"), 3, "Possible: standardize, minMax, impute," },
        { "BadData", Data("{ \"id\": \"d\",\n\"source\": { \"path\": \"x\" } }"), 3, "“kind” is missing" },
        { "BadData", Data("{ \"id\": \"d\" }"), 2, "“source” is missing" },
        { "BadData", Data("{ \"id\": \"d\", \"source\": { \"kind\": \"text\", \"path\": \"x\" },\n\"colour\": 1 }"), 3, "“colour” is not known" },
        { "BadData", Data("{ \"id\": \"d\", \"source\": { \"kind\": \"text\", \"path\": \"x\" }, \"columns\": [\n{ \"name\": \"n\", \"type\": \"nummer\" } ] }"), 3, "“nummer” is not possible for “type”. Possible: number, category," },
        { "BadData", Data("{ \"id\": \"d\", \"source\": { \"kind\": \"text\", \"path\": \"x\" }, \"columns\": [\n{ \"name\": \"n\", \"type\": \"text\", \"transforms\": [ {} ] } ] }"), 3, "“kind” is missing" },
        { "BadData", Data("{ \"id\": \"d\", \"source\": { \"kind\": \"text\",\n\"path\": [] } }"), 3, "“path” is of the wrong type" },
        { "BadData", Data("{ \"id\": null, \"source\": { \"kind\": \"text\", \"path\": \"x\" } }"), 2, "null is not possible" },
        { "BadData", Data("null"), 2, "braces" },
        { "WrongType", "{ \"format\": 1, \"name\": \"x\",\n \"data\": {} }", 2, "list" },
        { "WrongType", "{ \"format\": 1, \"name\": \"x\",\n \"blocks\": {} }", 2, "list" },
        { "BrokenText", "{ \"format\": 1, \"name\": \"\\ud800\" }", 1, "broken character" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_mistake_has_a_code_and_words_that_name_the_line(string code, string json, int? line, string words)
    {
        var error = Refused(Encoding.UTF8.GetBytes(json));

        Assert.Equal(code, error.Code);
        Assert.Equal(line, error.Line);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains($"Line {line}", error.Words.En, StringComparison.Ordinal);
        Assert.Contains($"第 {line} 行", error.Words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void The_place_is_named_by_column_and_path_as_well()
    {
        var error = Refused(Encoding.UTF8.GetBytes(Blocks("{ \"id\": \"a\", \"kind\": \"ReLU\" },\n  { \"id\": \"b\", \"label\": \"层\", \"kind\": \"ReLU\", \"muted\": 3 }")));

        Assert.Equal((3, 55, "blocks[1].muted"), (error.Line, error.Column, error.JsonPath));
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_refused()
    {
        Assert.Equal("NotJson", Refused(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{ \"format\": 1 }")).ToArray()).Code);
        Assert.Equal("BrokenText", Refused([.. "{ \"format\": 1, \"name\": \""u8, 0xFF, 0xFE, .. "\" }"u8]).Code);
    }

    [Theory]
    [InlineData("TooDeep")]
    [InlineData("TooMany")]
    [InlineData("TooManyLinks")]
    [InlineData("TooManyGroups")]
    [InlineData("TextTooLong")]
    [InlineData("LongNote")]
    [InlineData("ListTooLong")]
    [InlineData("ManyNotes")]
    [InlineData("FileTooLarge")]
    [InlineData("TooManyValues")]
    public void What_is_too_large_or_too_deep_is_refused_before_it_takes_time(string which)
    {
        var (code, json) = TooLarge(which);
        var watch = Stopwatch.StartNew();

        Assert.Equal(code, Refused(json).Code);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), watch.Elapsed.ToString());
    }

    [Fact]
    public void No_more_of_a_stream_is_read_than_a_project_file_may_have()
    {
        using var endless = new EndlessStream();

        Assert.Equal("FileTooLarge", Assert.Throws<ProjectFileException>(() => ProjectJson.Read(endless)).Code);
        Assert.InRange(endless.Taken, 1, DocumentLimits.FileBytes + (1 << 20));
    }

    [Fact]
    public void Bytes_changed_at_random_never_do_more_harm_than_a_plain_error() => Properties.Check(600, 6, seeds =>
    {
        var bytes = Encoding.UTF8.GetBytes(Analysis.Examples.Classifier);
        foreach (var random in seeds.Select(s => new Random(s)))
        {
            bytes = Mutated(bytes, random);
        }

        try
        {
            var document = ProjectJson.Read(bytes);
            Assert.Equal(ProjectJson.Write(document), ProjectJson.Write(ProjectJson.Read(ProjectJson.Write(document))));
        }
        catch (ProjectFileException error)
        {
            Assert.NotEmpty(error.Words.Zh);
        }
    });

    private static byte[] Mutated(byte[] bytes, Random random)
    {
        var (at, length) = (random.Next(bytes.Length), random.Next(1, 30));
        var end = Math.Min(bytes.Length, at + length);
        return random.Next(5) switch
        {
            0 => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], .. bytes[end..]],
            2 => [.. bytes[..end], .. bytes[at..]],
            3 => [.. bytes[..at], .. new[] { "{"u8.ToArray(), "]"u8.ToArray(), "null"u8.ToArray(), "1e999"u8.ToArray(), "\"\\ud800\""u8.ToArray(), "-1"u8.ToArray() }[random.Next(6)], .. bytes[at..]],
            _ => [.. bytes[..at], (byte)"\"{}[]:,.0aA"[random.Next(11)], .. bytes[(at + 1)..]],
        };
    }

    private static (string Code, byte[] Json) TooLarge(string which) => which switch
    {
        "TooDeep" => ("TooDeep", Encoding.UTF8.GetBytes("{ \"format\": 1, \"name\": " + new string('[', 10_000) + new string(']', 10_000) + " }")),
        "TooMany" => ("TooMany", Encoding.UTF8.GetBytes(Blocks(Many(10_000, i => $"{{ \"id\": \"b{i}\", \"kind\": \"ReLU\" }}")))),
        "TooManyLinks" => ("TooMany", Encoding.UTF8.GetBytes(Links(Many(20_001, _ => "{ \"from\": \"a.output\", \"to\": \"b.input\" }")))),
        "TooManyGroups" => ("TooMany", Encoding.UTF8.GetBytes("{ \"format\": 1, \"name\": \"x\", \"groups\": [" + Many(10_000, i => $"{{ \"id\": \"g{i}\", \"name\": \"g\" }}") + "] }")),
        "TextTooLong" => ("TextTooLong", Encoding.UTF8.GetBytes("{ \"format\": 1, \"name\": \"" + new string('x', 10_000_000) + "\" }")),
        "LongNote" => ("TextTooLong", Encoding.UTF8.GetBytes(Blocks("{ \"id\": \"a\", \"kind\": \"ReLU\", \"note\": \"" + new string('注', 100_001) + "\" }"))),
        "ListTooLong" => ("ListTooLong", Encoding.UTF8.GetBytes(Blocks("{ \"id\": \"a\", \"kind\": \"Linear\", \"parameters\": { \"bias\": [" + Many(10_001, _ => "1") + "] } }"))),
        "ManyNotes" => ("DocumentTooLarge", Encoding.UTF8.GetBytes(Blocks(Many(71, i => $"{{ \"id\": \"b{i}\", \"kind\": \"ReLU\", \"note\": \"{new string('x', 100_000)}\" }}")))),
        "FileTooLarge" => ("FileTooLarge", new byte[DocumentLimits.FileBytes + 1]),
        _ => ("FileTooLarge", Encoding.UTF8.GetBytes("{ \"format\": 1, \"name\": \"x\", \"blocks\": [" + Many(5_000_000, _ => "1") + "] }")),
    };

    private static string Many(int count, Func<string, string> item) =>
        string.Join(',', Enumerable.Range(0, count).Select(i => item(i.ToString(CultureInfo.InvariantCulture))));

    private static string Blocks(string blocks) => "{ \"format\": 1, \"name\": \"x\", \"blocks\": [\n" + blocks + " ] }";

    private static string Data(string sets) => "{ \"format\": 1, \"name\": \"x\", \"data\": [\n" + sets + " ] }";

    private static string Links(string links) => Blocks("{ \"id\": \"a\", \"kind\": \"ReLU\" }, { \"id\": \"b\", \"kind\": \"ReLU\" }").TrimEnd('}') + ", \"links\": [\n" + links + " ] }";

    private static ProjectFileException Refused(byte[] json) => Assert.Throws<ProjectFileException>(() => ProjectJson.Read(json));

    /// <summary>Spaces without end.</summary>
    private sealed class EndlessStream : Stream
    {
        public long Taken { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Taken; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            Taken += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
