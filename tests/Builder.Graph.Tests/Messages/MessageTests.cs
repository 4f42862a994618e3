using System.Text.Json;
using Builder.Graph.Catalog;
using Builder.Graph.Messages;
using Builder.Graph.Metrics;

namespace Builder.Graph.Tests.Messages;

public sealed class MessageTests
{
    internal static readonly MessageTemplate Lost = new(
        "test-lost.rows", "{file} lost {count:N0} {count|row|rows} ({share:P0}) of {known:“”}: {why}", "{file} 丢失了 {count:N0} 行（{share:P0}），来自{known:「」}：{why}");

    internal static readonly MessageTemplate Sentences = new("test-sentences", "Note: {what:sentences}", "注意：{what:sentences}");

    internal static readonly MessageTemplate Spaced = new("test-spaced", "It gets {what}.", "收到的是{what:spaced}。");

    internal static readonly MessageTemplate Why = new("test-why", "the disk is full", "磁盘已满");

    [Theory]
    [InlineData(1, "a.csv lost 1 row (50 %) of “x”, “y”: the disk is full", "a.csv 丢失了 1 行（50 %），来自「x」、「y」：磁盘已满")]
    [InlineData(12_345, "a.csv lost 12,345 rows (50 %) of “x”, “y”: the disk is full", "a.csv 丢失了 12,345 行（50 %），来自「x」、「y」：磁盘已满")]
    public void The_words_are_chosen_where_they_are_shown(int count, string english, string chinese)
    {
        var said = Said(count);

        Assert.Equal((english, chinese), (said.Words.En, said.Words.Zh));
        Assert.Equal((english, chinese), (said.Words.In("en-GB"), said.Words.In("zh-CN")));
        Assert.Equal(("test-lost.rows", "test-lost"), (said.Code, said.Kind));
    }

    [Fact]
    public void A_message_reads_back_as_what_was_written()
    {
        var said = Said(3);
        var json = JsonSerializer.Serialize(said);

        Assert.Equal(said, JsonSerializer.Deserialize<Message>(json));
        Assert.DoesNotContain("disk", json, StringComparison.Ordinal);
        Assert.Equal("""{"code":"test-why"}""", JsonSerializer.Serialize(Why.With()));
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(-9_007_199_254_740_993)]
    public void A_whole_number_of_any_size_reads_back_to_the_last_digit(long number) =>
        Assert.Equal(number, JsonSerializer.Deserialize<Message>(JsonSerializer.Serialize(Number(number)))!.Arguments["value"].Value);

    [Fact]
    public void Any_arguments_read_back() => Properties.Check(200, 12, seeds =>
    {
        var said = new Message("code", seeds.Select((seed, i) => KeyValuePair.Create($"a{i % 7}", Argument(seed, 0))));

        Assert.Equal(said, JsonSerializer.Deserialize<Message>(JsonSerializer.Serialize(said)));
    });

    private static MessageArgument Argument(int seed, int depth) => (seed % (depth < 3 ? 7 : 5)) switch
    {
        0 => seed,
        1 => BitConverter.Int64BitsToDouble(seed * 0x9E3779B97F4A7C1L),
        2 => -(long)seed << 31,
        3 => $"“{seed}” \\\" {{a}} 线性 \u2028",
        4 => "",
        5 => new[] { Argument(seed / 7, depth + 1), Argument(seed / 11, depth + 1) },
        _ => new Message("inner", [new("value", Argument(seed / 7, depth + 1))]),
    };

    [Theory]
    [InlineData("""{"en":"Done.","zh":"完成。"}""", "Done.", "完成。")]
    [InlineData("""{"en":"Done."}""", "Done.", "Done.")]
    [InlineData("""{"code":"verbatim","arguments":{"en":"{file} is lost.","zh":"{file} 丢失了。"}}""", "{file} is lost.", "{file} 丢失了。")]
    public void Words_that_were_stored_before_there_were_codes_stay(string json, string english, string chinese) =>
        Assert.Equal(new Localized(english, chinese), JsonSerializer.Deserialize<Message>(json)!.Words);

    [Fact]
    public void A_code_of_another_version_is_named()
    {
        var said = JsonSerializer.Deserialize<Message>("""{"code":"of-tomorrow","arguments":{"file":"a"}}""")!;

        Assert.Contains("of-tomorrow", said.Words.En, StringComparison.Ordinal);
        Assert.Contains("of-tomorrow", said.Words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_for_which_nothing_was_stored_is_left_open() =>
        Assert.Equal("… lost … … (…) of …: …", new Message("test-lost.rows", []).Words.En);

    [Fact]
    public void Sentences_follow_each_other_as_the_language_wants_it()
    {
        var said = Sentences.With(("what", MessageArgument.List([Message.Verbatim(new("One.", "一。")), Message.Verbatim(new("Two.", "二。"))])));

        Assert.Equal(new Localized("Note: One. Two.", "注意：一。二。"), said.Words);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"code":""}""")]
    [InlineData("""{"code":"x","arguments":{"a":true}}""")]
    [InlineData("""{"code":"x","arguments":{"a":{}}}""")]
    public void What_is_no_message_is_not_read(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Message>(json));

    [Fact]
    public void A_name_that_stands_twice_counts_once() =>
        Assert.Equal("b", JsonSerializer.Deserialize<Message>("""{"code":"x","arguments":{"a":"a","a":"b"}}""")!.Arguments["a"].Value);

    [Fact]
    public void Texts_are_replaced_at_every_depth() =>
        Assert.Equal("b.csv lost 3 rows (50 %) of “x”, “y”: the disk is full", Said(3).Replacing(t => t.Replace("a.csv", "b.csv", StringComparison.Ordinal)).Words.En);

    [Theory]
    [InlineData("28×28 图片", "收到的是 28×28 图片。")]
    [InlineData("图片", "收到的是图片。")]
    [InlineData("", "收到的是。")]
    public void Words_that_begin_with_a_letter_or_digit_stand_behind_a_space(string chinese, string told) =>
        Assert.Equal(new Localized("It gets a picture.", told), Spaced.With(("what", Message.Verbatim(new("a picture", chinese)))).Words);

    [Fact]
    public void Messages_that_say_the_same_are_equal_with_the_same_hash()
    {
        Assert.True(Said(3) == Said(3) && Said(3) != Said(4));
        Assert.Equal(Said(3).GetHashCode(), Said(3).GetHashCode());
        Assert.Equal(Number(3).GetHashCode(), Number(3.0).GetHashCode());
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(i => Number(i).GetHashCode()).Distinct().Count());
        Assert.Same(Why.With(), Why.With());
    }

    private static Message Number(MessageArgument value) => new("test-number", [new("value", value)]);

    [Fact]
    public void Inputs_and_parameters_are_named_in_the_reader_s_language()
    {
        Assert.All(BlockCatalog.Kinds, kind => Assert.All(kind.Inputs, port => Assert.Equal(port.Title, kind.TitleOf(port).Words)));
        Assert.All(BlockCatalog.Kinds, kind => Assert.All(kind.Parameters, parameter => Assert.Equal(parameter.Title, kind.TitleOf(parameter).Words)));
    }

    [Fact]
    public void Blocks_and_metrics_are_named_in_the_reader_s_language()
    {
        Assert.All(BlockCatalog.Kinds, kind => Assert.Equal(kind.Title, kind.TitleMessage.Words));
        Assert.All(MetricCatalog.All, metric => Assert.Equal(metric.Term, metric.TermMessage.Words));
        Assert.All(MetricCatalog.All, metric => Assert.Equal(metric.Of("price").Term, metric.Of("price").TermMessage.Words));
        Assert.All(MetricCatalog.All, metric => Assert.Equal(metric.Called("artist").Term, metric.Called("artist").TermMessage.Words));
    }

    private static Message Said(int count) => Lost.With(
        ("file", "a.csv"), ("count", count), ("share", 0.5), ("known", MessageArgument.List(["x", "y"])), ("why", Why.With()));
}
