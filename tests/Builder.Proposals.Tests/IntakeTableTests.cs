using System.Globalization;
using Builder.Datasets;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Proposals.Warnings;
using Builder.Tests.Intake;

namespace Builder.Proposals.Tests;

/// <summary>Every table as people bring it, see <see cref="IntakeTables"/>: its columns and cells, what is told of it and with which buttons.</summary>
public sealed class IntakeTableTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Intake");

    public static TheoryData<string> Keys => [.. IntakeTables.All.Select(t => t.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_table_is_read_as_it_is_meant_and_all_that_was_guessed_is_told_with_a_way_out(string key)
    {
        var table = IntakeTables.All.Single(t => t.Key == key);
        var (inspection, plan) = Look(table);
        var warnings = DataWarnings.Of(inspection, plan);

        Assert.Equal(table.Columns.Replace("**", "*", StringComparison.Ordinal), ReadTable.Columns(plan));
        Assert.Equal(table.Cells, ReadTable.Cells(table.Cells, inspection.Table));
        Assert.Empty(table.Told.Except(warnings.Select(ReadTable.Told)));
        Assert.Empty(warnings.Where(w => w.IsAboutReading || w.Level > WarningLevel.Note).Select(ReadTable.Told).Except(table.Told));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_model_is_proposed_or_refused_in_words(string key)
    {
        var table = IntakeTables.All.Single(t => t.Key == key);
        var (inspection, plan) = Look(table);
        DataException? refused = null;
        try
        {
            Proposer.Propose(inspection, plan, s_folder, ProjectDocument.Create("Test"), null, TestContext.Current.CancellationToken);
        }
        catch (DataException failure)
        {
            refused = failure;
        }

        Assert.True(table.CanBeLearned || inspection.Source is TextSource ? refused is null : refused is not null, $"{refused?.Message}");
        Assert.NotEqual("", refused?.Words.Zh);
    }

    [Fact]
    public void What_is_no_table_is_refused_with_its_reason() => Assert.All(IntakeTables.Refused, refused =>
        Assert.Equal(refused.Code, Assert.Throws<DataException>(() => SourceInspection.Of(new TableSource { Path = refused.File }, s_folder, TestContext.Current.CancellationToken)).Code));

    [Fact]
    public void Every_file_that_people_brought_has_a_test()
    {
        string[] tested = [.. IntakeTables.All.Select(t => t.File), .. IntakeTables.Refused.Select(r => r.File), .. IntakeTables.ForModels];
        var files = Directory.GetFiles(s_folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(s_folder, f).Replace('\\', '/')).Where(f => f.Contains('/', StringComparison.Ordinal)).ToArray();

        Assert.DoesNotContain(files.Except(tested), f => !IntakeTables.Elsewhere.Any(e => f == e || f.StartsWith(e + "/", StringComparison.Ordinal)));
        Assert.Empty(tested.Except(files));
    }

    [Fact]
    public void Classes_of_pictures_stand_in_the_order_in_which_people_count()
    {
        var inspection = SourceInspection.Of(new PicturesSource { Path = "R33-class-order/digits.zip" }, s_folder, TestContext.Current.CancellationToken);
        var proposal = Proposer.Propose(inspection, DataPlan.Guess(inspection, "data"), s_folder, ProjectDocument.Create("Test"), null, TestContext.Current.CancellationToken);

        string[] classes = [.. proposal.Schema.Find("class")!.ClassNames];
        Assert.Equal(classes.OrderBy(c => int.Parse(c, CultureInfo.InvariantCulture)), classes);
        Assert.True(classes.Length > 10);
    }

    [Theory]
    [InlineData("R36-chinese/reviews.csv", TokenizerKind.Character, 10, 60)]
    [InlineData("R37-long-short/long.csv", TokenizerKind.Word, 5, 12)]
    public void Texts_are_cut_as_their_language_is_and_as_long_as_nearly_all_are(string file, TokenizerKind kind, int shortest, int longest)
    {
        var (inspection, plan) = Look(IntakeTables.All.Single(t => t.Key == file));
        var set = Proposer.Propose(inspection, plan, s_folder, ProjectDocument.Create("Test"), null, TestContext.Current.CancellationToken).Document.Data["data"];
        var tokenize = set.Columns.SelectMany(c => c.Transforms).OfType<Tokenize>().Single();

        Assert.Equal(kind, tokenize.Tokenizer);
        Assert.InRange(tokenize.Length ?? 0, shortest, longest);
    }

    private static (SourceInspection Inspection, DataPlan Plan) Look(IntakeTable table) => ReadTable.Look(table, s_folder);
}
