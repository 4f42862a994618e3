using System.Text.Json;
using Builder.Tests.Earlier;

namespace Builder.Runner.Tests;

/// <summary>Models and runs that earlier versions wrote: the models predict what they predicted, and what was cut off goes on to the same end.</summary>
public sealed class EarlierVersionTests
{
    // Another libtorch adds up in another order; more than that would be another model.
    private const double Relative = 1e-4;
    private const double Absolute = 1e-5;

    // Rounding grows over the epochs that are left; without the optimizer's memory the losses would be off by a hundredth at least.
    private const double AfterTraining = 0.003;

    // Another libtorch may draw other random numbers for dropout, so that the end is as good but not the same.
    private const double WithDropout = 0.1;

    public static TheoryData<string, string> Models => Each("predictions", p => p.GetProperty("answer").GetString()!);

    public static TheoryData<string, string> CutOff
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var version in EarlierVersion.All)
            {
                using var earlier = new EarlierVersion(version);
                foreach (var run in earlier.Answers.GetProperty("optimizers").EnumerateObject())
                {
                    all.Add(version, run.Name);
                }
            }

            return all;
        }
    }

    public static TheoryData<string> Versions => [.. EarlierVersion.All];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_of_an_earlier_version_predicts_what_it_predicted(string version, string answer)
    {
        using var earlier = new EarlierVersion(version);
        using var folder = new TemporaryFolder();
        foreach (var kept in earlier.List("predictions").Where(p => p.GetProperty("answer").GetString() == answer))
        {
            var bundle = kept.GetProperty("bundle").GetString()!;
            var model = bundle.EndsWith(".zip", StringComparison.Ordinal) ? earlier.Unpack(bundle) : Path.Combine(earlier.Unpack("home.zip"), bundle);
            var output = folder[Path.GetFileName(answer)];
            string[] options = [.. kept.GetProperty("options").EnumerateArray().Select(o => o.GetString()!)];
            var input = earlier.Kept($"predictions/{kept.GetProperty("input").GetString()}");
            var result = RunnerProcess.Run(["predict", model, "--input", input, "--output", output, "--device", "cpu", .. options]);

            Assert.True(result.ExitCode == 0, result.Error);
            var (expected, actual) = (File.ReadAllText(earlier.Kept($"predictions/{answer}")), File.ReadAllText(output));
            if (answer.EndsWith(".txt", StringComparison.Ordinal))
            {
                Assert.Equal(expected, actual);
                continue;
            }

            AssertClose(JsonElement.Parse(expected), JsonElement.Parse(actual), Relative);
        }
    }

    [Theory]
    [MemberData(nameof(CutOff))]
    public void A_run_that_was_cut_off_under_an_earlier_version_goes_on_with_all_that_its_optimizer_and_schedule_remember(string version, string run)
    {
        using var earlier = new EarlierVersion(version);
        var project = Path.Combine(earlier.Unpack("optimizers.zip"), run);
        var kept = earlier.Answers.GetProperty("optimizers").GetProperty(run);
        var resumed = RunnerProcess.Run("train", project, "--resume", Path.Combine(project, "run"), "--threads", "1", "--device", "cpu", "--json");
        var end = resumed.Finished();

        Assert.Equal(kept.GetProperty("resumedAt").GetInt64(), resumed.EventsOf("started").Single().GetProperty("resumedAt").GetInt64());
        Assert.Equal(kept.GetProperty("epochs").GetInt64(), end.GetProperty("epochs").GetInt64());
        Assert.Equal(kept.GetProperty("bestEpoch").GetInt64(), end.GetProperty("bestEpoch").GetInt64());
        foreach (var part in (string[])["train", "validation", "test"])
        {
            AssertClose(kept.GetProperty(part).GetProperty("loss"), end.GetProperty(part).GetProperty("loss"), AfterTraining);
            AssertClose(kept.GetProperty(part).GetProperty("accuracy"), end.GetProperty(part).GetProperty("accuracy"), AfterTraining);
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_recurrent_network_with_dropout_that_was_cut_off_within_an_epoch_goes_on_to_as_good_an_end(string version)
    {
        using var earlier = new EarlierVersion(version);
        var kept = earlier.Answers.GetProperty("cutOff");
        var project = Path.Combine(earlier.Unpack("home.zip"), "projects", kept.GetProperty("project").GetString()!);
        var run = Path.Combine(project, "runs", kept.GetProperty("run").GetString()!);
        File.Copy(Path.Combine(run, "project.json"), Path.Combine(project, "project.json"));
        var resumed = RunnerProcess.Run("train", project, "--resume", run, "--threads", "1", "--device", "cpu", "--json");
        var end = resumed.Finished();

        Assert.Equal(kept.GetProperty("goesOnIn").GetInt64(), resumed.EventsOf("started").Single().GetProperty("resumedAt").GetInt64());
        Assert.Equal(kept.GetProperty("epochs").GetInt64(), end.GetProperty("epochs").GetInt64());
        AssertClose(kept.GetProperty("test").GetProperty("rmse"), end.GetProperty("test").GetProperty("rmse"), WithDropout);
    }

    private static TheoryData<string, string> Each(string list, Func<JsonElement, string> name)
    {
        var all = new TheoryData<string, string>();
        foreach (var version in EarlierVersion.All)
        {
            using var earlier = new EarlierVersion(version);
            all.AddRange([.. earlier.List(list).Select(name).Distinct().Select(n => new TheoryDataRow<string, string>(version, n))]);
        }

        return all;
    }

    private static void AssertClose(JsonElement expected, JsonElement actual, double relative)
    {
        Assert.Equal(expected.ValueKind, actual.ValueKind);
        switch (expected.ValueKind)
        {
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
                Assert.All(expected.EnumerateArray().Zip(actual.EnumerateArray()), pair => AssertClose(pair.First, pair.Second, relative));
                break;
            case JsonValueKind.Object:
                Assert.Equal(expected.EnumerateObject().Select(p => p.Name), actual.EnumerateObject().Select(p => p.Name));
                Assert.All(expected.EnumerateObject(), p => AssertClose(p.Value, actual.GetProperty(p.Name), relative));
                break;
            case JsonValueKind.Number:
                var number = expected.GetDouble();
                Assert.Equal(number, actual.GetDouble(), (Math.Abs(number) * relative) + Absolute);
                break;
            default:
                Assert.Equal(expected.GetRawText(), actual.GetRawText());
                break;
        }
    }
}
