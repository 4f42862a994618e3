using Builder.Graph.Documents;
using Builder.Web.Canvas.Editing;
using Builder.Web.Canvas.Inspector;
using Builder.Web.Canvas.Outline;
using Builder.Web.Canvas.Problems;
using Builder.Web.Shell;
using Builder.Web.Tests.Canvas.Bridge;
using Builder.Web.Tests.Sessions;
using Bunit;
using Microsoft.AspNetCore.Components.Web;

namespace Builder.Web.Tests.Canvas.Inspector;

public sealed class PanelTests
{
    [Fact]
    public async Task A_changed_parameter_says_what_it_did()
    {
        await using var window = await Window.OpenAsync(Island.Chain());
        window.Editor.Selected(["first"], null);
        var panel = window.Draw<InspectorPanel>();
        var before = window.Editor.State.Analysis.TotalParameters;
        var field = panel.Find("[data-parameter=out_features] input");
        Assert.Equal("64", field.GetAttribute("value"));
        await field.InputAsync(new() { Value = "128" });
        await panel.Find("[data-parameter=out_features] input").BlurAsync(new FocusEventArgs());
        await panel.WaitForAssertionAsync(() => Assert.Contains("was 64 → 128", panel.Find(".effect").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        var delta = window.Editor.State.Analysis.TotalParameters - before;
        Assert.Contains($"+{delta:#,0} weights, output [N, 128]", panel.Find(".effect").TextContent, StringComparison.Ordinal);
        Assert.Contains("Reset to 64", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_was_or_is_not_set_is_told_without_dashes()
    {
        Assert.Equal(("set to label", "设为 label"), (InspectorTexts.Effect(null, "label").En, InspectorTexts.Effect(null, "label").Zh));
        Assert.Equal(("was 3, now not set", "原为 3，现未设置"), (InspectorTexts.Effect("3", null).En, InspectorTexts.Effect("3", null).Zh));
    }

    [Fact]
    public async Task A_layer_whose_shape_is_not_known_is_not_said_to_learn_nothing()
    {
        await using var window = await Window.OpenAsync(Island.Chain());
        window.Editor.Selected(["first"], null);
        var panel = window.Draw<InspectorPanel>();
        await panel.InvokeAsync(() => window.Editor.ApplyAsync(new Disconnect(new("first", "input"))));
        await panel.WaitForAssertionAsync(() => Assert.Contains("How much there is to learn is not known yet", panel.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.DoesNotContain("Nothing to learn", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_taken_over_without_leaving_the_field()
    {
        await using var window = await Window.OpenAsync(Island.Chain());
        window.Editor.Selected(["first"], null);
        var panel = window.Draw<InspectorPanel>();
        await panel.Find("[data-parameter=out_features] input").InputAsync(new() { Value = "32" });
        await panel.WaitForAssertionAsync(() => Assert.Equal((ParameterValue)32L, window.Session.Document.Blocks["first"].Parameters["out_features"]), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Enter_takes_over_at_once_what_is_typed_and_only_once()
    {
        await using var window = await Window.OpenAsync(Island.Chain());
        window.Editor.Selected(["first"], null);
        var panel = window.Draw<InspectorPanel>();
        var before = window.Session.Revision;
        await panel.Find("[data-parameter=out_features] input").InputAsync(new() { Value = "32" });
        await panel.Find("[data-parameter=out_features] input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        Assert.Equal((ParameterValue)32L, window.Session.Document.Blocks["first"].Parameters["out_features"]);
        await panel.Find("[data-parameter=out_features] input").BlurAsync(new FocusEventArgs());
        await window.Editor.ApplyAsync(new SetLabel("second", "later"));
        Assert.Equal(before + 2, window.Session.Revision);
    }

    [Fact]
    public async Task What_is_typed_is_not_lost_when_another_block_is_selected_at_once()
    {
        await using var window = await Window.OpenAsync(Island.Chain());
        window.Editor.Selected(["first"], null);
        var panel = window.Draw<InspectorPanel>();
        await panel.Find("#block-label").InputAsync(new() { Value = "Mine" });
        await panel.InvokeAsync(() => window.Editor.Selected(["second"], null));
        await panel.WaitForAssertionAsync(() => Assert.Equal("Mine", window.Session.Document.Blocks["first"].Label), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task What_is_out_of_range_is_said_at_the_field_and_not_taken()
    {
        await using var window = await Window.OpenAsync(Island.Chain());
        window.Editor.Selected(["first"], null);
        var panel = window.Draw<InspectorPanel>();
        await panel.Find("[data-parameter=out_features] input").InputAsync(new() { Value = "0" });
        await panel.Find("[data-parameter=out_features] input").BlurAsync(new FocusEventArgs());
        Assert.Equal("From 1 to 1,000,000.", panel.Find("[data-parameter=out_features] .field-error").TextContent);
        Assert.Equal("0", panel.Find("[data-parameter=out_features] input").GetAttribute("value"));
        Assert.Equal(0, window.Session.Revision);
    }

    [Fact]
    public async Task Somebody_elses_change_shows_at_once_with_whose_it_was()
    {
        await using var window = await Window.OpenAsync(Island.Chain());
        window.Editor.Selected(["first"], null);
        var panel = window.Draw<InspectorPanel>();
        using var other = new ModelEditor(window.Session, window.People);
        await other.ApplyAsync(new SetParameter("first", "out_features", 7));
        await panel.WaitForAssertionAsync(() => Assert.Equal("7", panel.Find("[data-parameter=out_features] input").GetAttribute("value")), TimeSpan.FromSeconds(20));
        Assert.Contains("Just changed by Guest 2", panel.Find(".effect").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_of_markup_is_shown_as_text()
    {
        var document = Island.Chain();
        await using var window = await Window.OpenAsync(document with { Blocks = document.Blocks.SetItem("first", document.Blocks["first"] with { Label = "<img src=x onerror=alert(1)>" }) });
        window.Editor.Selected(["first"], null);
        var (panel, tree) = (window.Draw<InspectorPanel>(), window.Draw<OutlineTree>());
        Assert.Empty(panel.FindAll("img"));
        Assert.Empty(tree.FindAll("img"));
        Assert.Equal("<img src=x onerror=alert(1)>", panel.Find("h2").TextContent);
        Assert.Equal("<img src=x onerror=alert(1)>", tree.Find("[data-block=first] .outline-name").TextContent);
    }

    [Fact]
    public async Task A_problem_stands_in_the_list_and_its_button_mends_it()
    {
        var digits = ReadyProject.Read("digits-cnn");
        await using var window = await Window.OpenAsync(digits, "digits-cnn");
        await window.Editor.ApplyAsync(document => Graph.Edits.Gestures.CanvasGestures.DeleteAndJoin(document, ["flatten"]));
        var panel = window.Draw<ProblemsPanel>(p => p.Add(x => x.IsOpen, true));
        Assert.Equal("1", panel.Find("[data-testid=problem-count]").TextContent);
        await panel.Find(".problem-block").ClickAsync(new MouseEventArgs());
        Assert.Equal(["hidden"], window.Editor.Selection);
        await panel.Find("[data-testid=problem-fix]").ClickAsync(new MouseEventArgs());
        await panel.WaitForAssertionAsync(() => Assert.Contains("No problems", panel.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.True(window.Editor.State.Analysis.CanTrain);
    }

    [Fact]
    public async Task The_outline_lists_blocks_in_the_order_in_which_data_flows_and_opens_groups()
    {
        var digits = ReadyProject.Read("digits-cnn");
        await using var window = await Window.OpenAsync(digits, "digits-cnn");
        await window.Editor.ApplyAsync(document => Graph.Edits.Gestures.GroupGestures.GroupBlocks(document, ["convolution", "relu1", "pool"], "Eyes"));
        var tree = window.Draw<OutlineTree>();
        string[] Names() => [.. tree.FindAll("[role=treeitem]").Select(r => r.GetAttribute("data-block")!)];
        Assert.Equal(["picture", "eyes", "flatten", "hidden", "relu2", "digit", "label", "loss", "adam", "trainer"], Names());
        Assert.Equal("false", tree.Find("[data-block=eyes]").GetAttribute("aria-expanded"));
        await tree.Find("[data-block=eyes] [data-twist]").ClickAsync(new MouseEventArgs());
        Assert.Equal(["eyes_input", "convolution", "relu1", "pool", "eyes_output"], Names()[2..7]);
        await tree.Find("[data-block=relu1]").ClickAsync(new MouseEventArgs());
        Assert.Equal(["relu1"], window.Editor.Selection);
        Assert.Equal("eyes", window.Editor.Group);
    }

    [Fact]
    public async Task Every_block_of_every_ready_project_has_its_properties_in_both_languages()
    {
        foreach (var name in Directory.GetDirectories(Repository.Templates).Select(f => Path.GetFileName(f)!))
        {
            await using var window = await Window.OpenAsync(ReadyProject.Read(name));
            foreach (var id in window.Session.Document.Blocks.Keys)
            {
                window.Editor.Selected([id], window.Session.Document.Blocks[id].Group);
                window.Ui.SetLanguage(window.Ui.Language == UiState.English ? UiState.Chinese : UiState.English);
                Assert.NotEmpty(window.Draw<BlockInspector>(p => p.Add(b => b.BlockId, id)).Find("h2").TextContent);
            }
        }
    }

    [Fact]
    public async Task Columns_of_the_data_can_be_ticked()
    {
        var iris = ReadyProject.Read("iris");
        await using var window = await Window.OpenAsync(iris, "iris");
        var input = window.Session.Document.Blocks.Values.First(b => b.Kind == "NumberInput");
        window.Editor.Selected([input.Id], null);
        var panel = window.Draw<BlockInspector>(p => p.Add(b => b.BlockId, input.Id));
        var ticked = panel.FindAll("[data-parameter=columns] input[type=checkbox]").Count(c => c.HasAttribute("checked"));
        await panel.FindAll("[data-parameter=columns] input[type=checkbox]").First(c => c.HasAttribute("checked")).ChangeAsync(new() { Value = false });
        await panel.WaitForAssertionAsync(
            () => Assert.Equal(ticked - 1, ((ParameterValue.List)window.Session.Document.Blocks[input.Id].Parameters["columns"]).Items.Length), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task The_watched_score_is_chosen_among_those_that_the_training_has()
    {
        await using var window = await Window.OpenAsync(ReadyProject.Read("iris"), "iris");
        var plan = window.Session.Document.Blocks.Values.Single(b => b.Kind == "Trainer").Id;
        window.Editor.Selected([plan], null);
        var panel = window.Draw<InspectorPanel>();
        var options = panel.FindAll("[data-parameter=monitor] option");
        Assert.Equal(window.Session.Analysis.Scores.Select(s => s.Id), options.Select(o => o.GetAttribute("value")));
        Assert.Contains(options, o => o.GetAttribute("value") == "accuracy" && o.TextContent == "Accuracy");

        await panel.InvokeAsync(() => panel.Find("[data-parameter=monitor] select").ChangeAsync(new() { Value = "accuracy" }));
        Assert.Equal((ParameterValue)"accuracy", window.Session.Document.Blocks[plan].Parameters["monitor"]);
        Assert.True(window.Session.Analysis.CanTrain);
    }

    [Fact]
    public async Task An_older_project_that_watches_a_score_it_does_not_have_opens_and_says_what_to_do()
    {
        var document = ReadyProject.Read("concrete");
        var plan = document.Blocks.Values.Single(b => b.Kind == "Trainer");
        document = document with { Blocks = document.Blocks.SetItem(plan.Id, plan with { Parameters = plan.Parameters.SetItem("monitor", "accuracy") }) };
        await using var window = await Window.OpenAsync(document, "concrete");
        window.Editor.Selected([plan.Id], null);
        var panel = window.Draw<InspectorPanel>();

        Assert.Contains("this model has no such score", panel.Markup, StringComparison.Ordinal);
        Assert.Equal("accuracy", panel.FindAll("[data-parameter=monitor] option").Single(o => o.HasAttribute("selected")).GetAttribute("value"));
        await panel.InvokeAsync(() => panel.FindAll("button").Single(b => b.TextContent.Contains("Watch the loss", StringComparison.Ordinal)).ClickAsync(new()));
        Assert.True(window.Session.Analysis.CanTrain);
    }
}
