using Microsoft.Extensions.Logging.Abstractions;
using System.Text.Json.Nodes;
using Builder.Graph.Documents;
using Builder.Web.Canvas.Editing;
using Builder.Web.Shell;
using Builder.Web.Tests.Sessions;

namespace Builder.Web.Tests.Canvas.Bridge;

public sealed class CanvasBridgeTests : IAsyncDisposable
{
    private readonly SessionsFixture _server = new();

    [Fact]
    public async Task A_gesture_comes_back_as_a_patch_then_what_the_analysis_says_then_the_acknowledgement()
    {
        await using var island = await new Island(await _server.NewAsync(Island.Chain())).MountedAsync();
        await island.SendAsync("""{"type":"apply","commandId":"c","baseRevision":0,"gesture":{"kind":"setParameter","block":"first","name":"out_features","value":128}}""");

        var patch = await island.UntilAsync("patch");
        Same("""
            {"type":"patch","revision":1,"base":0,"commandId":"c",
             "set":{"blocks":[{"id":"first","kind":"Linear","group":null,"label":null,"note":null,"muted":false,"x":240,"y":0,"parameters":{"out_features":128},"weightsFrom":null}],"links":[],"groups":[],"notes":[]},
             "removed":{"blocks":[],"links":[],"groups":[],"notes":[]},"canUndo":true,"canRedo":false}
            """, patch);
        var said = await island.UntilAsync(_ => true);
        Assert.Equal("diagnostics", (string?)said["type"]);
        Assert.Equal(["first", "second"], said["blocks"]!.AsObject().Select(b => b.Key));
        Assert.Equal("[N, 128]", (string?)said["blocks"]!["first"]!["outputs"]![0]!["shape"]);
        Same("""{"type":"acknowledge","commandId":"c","revision":1}""", await island.UntilAsync(_ => true));
    }

    [Fact]
    public async Task A_command_that_arrives_twice_is_carried_out_once_and_acknowledged_twice()
    {
        await using var island = await new Island(await _server.NewAsync(Island.Chain())).MountedAsync();
        const string Add = """{"kind":"addBlock","block":"ReLU","x":0,"y":300,"group":null}""";
        Same("""{"type":"acknowledge","commandId":"same","revision":1}""", await island.DoAsync(Add, "same"));
        Same("""{"type":"acknowledge","commandId":"same","revision":1}""", await island.DoAsync(Add, "same"));
        Assert.Single(island.Model.Ids("blocks"), id => id.StartsWith("relu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_in_the_readers_language_and_changes_nothing()
    {
        var session = await _server.NewAsync(Island.Chain());
        await using var english = await new Island(session).MountedAsync();
        await using var chinese = await new Island(session, language: UiState.Chinese).MountedAsync();
        const string Label = """{"kind":"label","block":"nowhere","text":"x"}""";
        Assert.Equal("The block “nowhere” is not there any more.", (string?)(await english.DoAsync(Label, "e"))["message"]);
        Assert.Equal("模块“nowhere”已不存在。", (string?)(await chinese.DoAsync(Label, "z"))["message"]);
        Assert.Equal(0, session.Revision);
    }

    [Theory]
    [InlineData("")]
    [InlineData("iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii")]
    public async Task A_command_without_an_id_or_with_an_endless_one_is_not_carried_out_and_the_next_is(string id)
    {
        var session = await _server.NewAsync(Island.Chain());
        await using var island = await new Island(session).MountedAsync();
        await island.SendAsync($$$"""{"type":"apply","commandId":"{{{id}}}","baseRevision":0,"gesture":{"kind":"note","note":null,"text":"left","x":0,"y":0,"group":null}}""");
        await island.DoAsync("""{"kind":"note","note":null,"text":"second","x":0,"y":0,"group":null}""", "next");
        Assert.Equal("second", Assert.Single(session.Document.Notes).Value.Text);
    }

    [Fact]
    public async Task What_is_left_of_a_selection_is_copied()
    {
        var session = await _server.NewAsync(Island.Chain());
        await using var island = await new Island(session).MountedAsync();
        await island.DoAsync("""{"kind":"note","note":null,"text":"left","x":0,"y":0,"group":null}""", "note");
        var note = Assert.Single(session.Document.Notes).Key;
        Assert.Equal("acknowledge", (string?)(await island.DoAsync($$"""{"kind":"duplicate","blocks":["gone"],"notes":["{{note}}"]}""", "copy"))["type"]);
        Assert.Equal(2, session.Document.Notes.Count);
    }

    [Theory]
    [InlineData("""{"kind":"mute","blocks":["nowhere"],"muted":true}""")]
    [InlineData("""{"kind":"duplicate","blocks":["nowhere","gone"]}""")]
    [InlineData("""{"kind":"duplicate","blocks":[],"notes":["gone"]}""")]
    public async Task A_gesture_on_a_selection_that_is_all_gone_is_refused_and_not_passed_over(string gesture)
    {
        var session = await _server.NewAsync(Island.Chain());
        await using var island = await new Island(session).MountedAsync();

        Assert.Equal("What was selected is not there any more.", (string?)(await island.DoAsync(gesture))["message"]);
        Assert.Equal(0, session.Revision);
    }

    [Theory]
    [InlineData("""{"type":"apply","commandId":"c","baseRevision":0,"gesture":{"kind":"fly"}}""")]
    [InlineData("""{"type":"apply","commandId":"c","baseRevision":0,"gesture":null}""")]
    [InlineData("""{"type":"apply","commandId":"c","baseRevision":0,"gesture":{"kind":"disconnect","link":"nonsense"}}""")]
    [InlineData("""{"type":"apply","commandId":"c","baseRevision":0,"gesture":{"kind":"move","positions":{"first":[1]}}}""")]
    [InlineData("""{"type":"apply","commandId":"c","baseRevision":0,"gesture":{"kind":"paste","clipboard":"<b>hello</b>","x":0,"y":0,"group":null}}""")]
    [InlineData("""{"type":"apply","commandId":"c","baseRevision":0,"gesture":{"kind":"applyFix","block":"first","code":"Gone","index":0}}""")]
    [InlineData("""{"type":"apply","commandId":"c","baseRevision":0,"gesture":{"kind":"delete","blocks":null,"links":null,"notes":null,"join":true}}""")]
    public async Task A_message_that_cannot_be_understood_is_refused_by_its_id_and_the_next_one_works(string message)
    {
        await using var island = await new Island(await _server.NewAsync(Island.Chain())).MountedAsync();
        await island.SendAsync("not even JSON");
        await island.SendAsync(message);
        Assert.Equal("reject", (string?)(await island.AnswerAsync("c"))["type"]);
        Assert.Equal("acknowledge", (string?)(await island.DoAsync("""{"kind":"label","block":"first","text":"still here"}"""))["type"]);
    }

    [Fact]
    public async Task An_island_that_is_a_thousand_revisions_behind_asks_once_and_shows_what_everybody_shows()
    {
        var session = await _server.NewAsync(Island.Chain());
        await using var old = await new Island(session).MountedAsync();
        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => session.ApplyAsync(SessionsFixture.Rename($"name {i}"))));

        await using var fresh = await new Island(session).MountedAsync();
        await old.SendAsync("""{"type":"resync","revision":0}""");
        await old.UntilAsync("presence");
        Assert.Equal(1_000, old.Model.Revision);
        Assert.Equal(fresh.Model.Shown, old.Model.Shown);
    }

    [Fact]
    public async Task Two_windows_stay_in_step_and_know_of_each_other()
    {
        var (session, presence) = (await _server.NewAsync(Island.Chain()), new ProjectPresence(NullLogger<ProjectPresence>.Instance));
        await using var here = await new Island(session, presence).MountedAsync();
        await using var there = await new Island(session, presence).MountedAsync();
        await there.SendAsync("""{"type":"select","blocks":["second"],"group":null}""");
        var people = await here.UntilAsync(m => (string?)m["type"] == "presence" && m["people"] is JsonArray { Count: 1 } p && p[0]!["selection"]!.AsArray().Count == 1);
        Assert.Equal("Guest 2", (string?)people["people"]![0]!["name"]);

        await Task.WhenAll(
            here.DoAsync("""{"kind":"label","block":"first","text":"here"}""", "a"),
            there.DoAsync("""{"kind":"label","block":"second","text":"there"}""", "b"));
        await here.CatchUpAsync(2);
        await there.CatchUpAsync(2);
        Assert.Equal(("here", "there"), ((string?)there.Model.Block("first")!["label"], (string?)here.Model.Block("second")!["label"]));
    }

    [Fact]
    public async Task Another_language_brings_all_words_again()
    {
        await using var island = await new Island(await _server.NewAsync(Island.Chain())).MountedAsync();
        await island.DoAsync("""{"kind":"disconnect","link":"second.input#0"}""");
        island.Ui.SetLanguage(UiState.Chinese);
        Same("""{"type":"settings","language":"zh","theme":"system","readOnly":false}""", await island.UntilAsync("settings"));
        await island.UntilAsync("diagnostics");
        var problem = island.Model.Said("second")!["problems"]![0]!;
        Assert.Contains("全连接层", (string?)problem["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_builder_has_noted_itself_follows_the_language_until_a_person_writes_something_else()
    {
        var chain = Island.Chain();
        var document = chain with { Notes = chain.Notes.SetItem("why-1", new Note("why-1", "Task\nClasses.", default, Zh: "任务\n分类。")) };
        await using var island = await new Island(await _server.NewAsync(document)).MountedAsync();
        Assert.Equal("Task\nClasses.", (string?)island.Model.Note("why-1")!["text"]);

        island.Ui.SetLanguage(UiState.Chinese);
        await island.UntilAsync("diagnostics");
        Assert.Equal("任务\n分类。", (string?)island.Model.Note("why-1")!["text"]);

        await island.DoAsync("""{"kind":"note","id":"why-1","text":"任务\n分类。","x":50,"y":0}""");
        Assert.Equal(("Task\nClasses.", "任务\n分类。"), (island.Editor.Session.Document.Notes["why-1"].Text, island.Editor.Session.Document.Notes["why-1"].Zh));
        await island.DoAsync("""{"kind":"note","id":"why-1","text":"自己写的","x":50,"y":0}""");
        Assert.Equal(("自己写的", null), (island.Editor.Session.Document.Notes["why-1"].Text, island.Editor.Session.Document.Notes["why-1"].Zh));
    }

    [Fact]
    public async Task Undo_and_redo_are_commands_with_answers()
    {
        await using var island = await new Island(await _server.NewAsync(Island.Chain())).MountedAsync();
        await island.DoAsync("""{"kind":"label","block":"first","text":"once"}""");
        await island.SendAsync("""{"type":"undo","commandId":"u"}""");
        Assert.Equal("acknowledge", (string?)(await island.AnswerAsync("u"))["type"]);
        Assert.Null((string?)island.Model.Block("first")!["label"]);
        Assert.False(island.Model.CanUndo);
        await island.SendAsync("""{"type":"redo","commandId":"r"}""");
        await island.AnswerAsync("r");
        Assert.Equal("once", (string?)island.Model.Block("first")!["label"]);
        await island.SendAsync("""{"type":"redo","commandId":"r2"}""");
        Assert.Equal("There is nothing to redo.", (string?)(await island.AnswerAsync("r2"))["message"]);
    }

    [Fact]
    public async Task A_port_that_is_renamed_inside_a_group_is_shown_on_its_use()
    {
        await using var island = await new Island(await _server.NewAsync(Island.Chain())).MountedAsync();
        await island.DoAsync("""{"kind":"group","blocks":["first","second"],"name":"Pair"}""");
        Assert.Equal(["pair_input"], island.Model.Block("pair")!["inputs"]!.AsArray().Select(p => (string?)p!["name"]));
        await island.DoAsync("""{"kind":"label","block":"pair_input","text":"Picture"}""");
        Assert.Equal("Picture", (string?)island.Model.Block("pair")!["inputs"]![0]!["title"]);
    }

    [Theory]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(1)>")]
    [InlineData("مرحبا שלום \u202E‮reversed")]
    [InlineData("👩‍👩‍👧‍👦🏳️‍🌈 𠮷野家")]
    public async Task A_label_of_any_script_arrives_as_it_was_typed(string text)
    {
        await using var island = await new Island(await _server.NewAsync(Island.Chain())).MountedAsync();
        await island.DoAsync($$"""{"kind":"label","block":"first","text":{{JsonValue.Create(text)!.ToJsonString()}}}""");
        Assert.Equal(text, (string?)island.Model.Block("first")!["label"]);
    }

    [Fact]
    public async Task A_label_that_is_too_long_for_the_circuit_is_refused_in_words()
    {
        await using var island = await new Island(await _server.NewAsync(Island.Chain())).MountedAsync();
        var answer = await island.DoAsync($$"""{"kind":"label","block":"first","text":"{{new string('x', 10_000_000)}}"}""");
        Assert.Equal(("reject", "That is too much at once. Paste or change it in smaller parts."), ((string?)answer["type"], (string?)answer["message"]));
    }

    [Fact]
    public async Task A_fix_is_carried_out_by_its_code()
    {
        await using var island = await new Island(await _server.NewAsync(Island.Chain())).MountedAsync();
        await island.DoAsync("""{"kind":"disconnect","link":"second.input#0"}""");
        var problem = island.Model.Said("second")!["problems"]![0]!;
        Assert.NotNull(problem["fix"]);
        await island.DoAsync($$"""{"kind":"applyFix","block":"second","code":"{{problem["code"]}}","index":0}""");
        Assert.Contains("second.input#0", island.Model.Ids("links"));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static void Same(string expected, JsonObject actual) => Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), actual.ToJsonString());
}
