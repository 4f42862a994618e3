using System.Text.Json;
using Builder.Graph.Metrics;

namespace Builder.Protocol.Tests;

/// <summary>Names that stand in stored events, databases and bundles: how they are spelt never changes.</summary>
public class RunKindsTests
{
    public static TheoryData<Type, string[]> Spellings => new()
    {
        { typeof(RunState), ["queued", "preparing", "running", "paused", "stopping", "finished", "failed", "stopped"] },
        { typeof(RunEnd), ["completed", "earlyStopping", "stopped"] },
        { typeof(RunnerActivity), ["idle", "preparing", "running", "paused", "stopping", "predicting"] },
        { typeof(SampleKind), ["text", "pictures", "predictions", "points"] },
        { typeof(TaskKind), ["classification", "binaryClassification", "regression", "languageModel", "anomaly", "reconstruction", "generation", "multiLabel"] },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_kind_is_spelt_as_it_always_was_whatever_the_options(Type kind, string[] spellings)
    {
        foreach (var options in new[] { JsonSerializerOptions.Default, JsonSerializerOptions.Web })
        {
            var written = Enum.GetValues(kind).Cast<object>().Select(value => JsonSerializer.Serialize(value, kind, options)).ToList();
            Assert.Equal(spellings.Select(s => $"\"{s}\""), written);
            Assert.Equal(Enum.GetValues(kind).Cast<object>(), written.Select(json => JsonSerializer.Deserialize(json, kind, options)!));
            Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize("0", kind, options));
        }
    }

    [Fact]
    public void Its_name_in_words_of_a_page_is_the_same() => Assert.Equal("earlyStopping", RunEnd.EarlyStopping.Spelling());

    [Theory]
    [InlineData("""{"event":"started","protocol":1,"run":"r","task":"binaryClassification","device":"cpu","threads":1,"parameters":9,"trainSamples":3,"validationSamples":1,"testSamples":1,"epochs":2,"stepsPerEpoch":1}""")]
    [InlineData("""{"event":"sample","epoch":1,"kind":"pictures","value":"sample-0001.png"}""")]
    [InlineData("""{"event":"finished","task":"languageModel","epochs":2,"bestEpoch":1,"end":"earlyStopping","seconds":1.5,"train":{},"validation":{},"test":{},"baseline":{},"units":{},"bundle":"b"}""")]
    [InlineData("""{"event":"heartbeat","state":"predicting","seconds":1,"memoryBytes":5}""")]
    public void A_line_of_an_older_log_is_read_and_written_back_letter_by_letter(string line) =>
        Assert.Equal(line, RunEventJson.Write(RunEventJson.Read(line)));
}
