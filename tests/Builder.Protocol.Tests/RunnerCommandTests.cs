using System.Text.Json;
using System.Text.Json.Serialization;

namespace Builder.Protocol.Tests;

public sealed class RunnerCommandTests
{
    public static TheoryData<RunnerCommand, string> Commands => new()
    {
        { new RunnerCommand.Start("p", null, "r"), """{"command":"start","project":"p","folder":"r","device":"auto","fromCheckpoint":false}""" },
        {
            new RunnerCommand.Start("p", "d", "r", "cpu", 2, true),
            """{"command":"start","project":"p","document":"d","folder":"r","device":"cpu","threads":2,"fromCheckpoint":true}"""
        },
        {
            new RunnerCommand.Compare("p", [JsonElement.Parse("""{"name":"a"}"""), JsonElement.Parse("{}")], 15, 1),
            """{"command":"compare","project":"p","documents":[{"name":"a"},{}],"seconds":15,"threads":1}"""
        },
        { new RunnerCommand.Pause(), """{"command":"pause"}""" },
        { new RunnerCommand.Resume(), """{"command":"resume"}""" },
        { new RunnerCommand.Stop(), """{"command":"stop"}""" },
        { new RunnerCommand.ScaleRate(0.316), """{"command":"scaleRate","factor":0.316}""" },
        { new RunnerCommand.Load("b"), """{"command":"load","bundle":"b","device":"auto"}""" },
        { new RunnerCommand.Predict("1", null, ["一.png"]), """{"command":"predict","id":"1","files":["一.png"]}""" },
        {
            new RunnerCommand.Generate("2", "Once", 5, 0.5, 3, 7),
            """{"command":"generate","id":"2","prompt":"Once","count":5,"temperature":0.5,"topK":3,"seed":7}"""
        },
        { new RunnerCommand.CompareRivals("p", "r"), """{"command":"compareRivals","project":"p","folder":"r","device":"auto"}""" },
        { new RunnerCommand.GiveWay(), """{"command":"giveWay"}""" },
        {
            new RunnerCommand.Explain("4", "p", "r", new Dictionary<string, Cell> { ["x"] = 1.5, ["图"] = "a" }, "y", "b"),
            """{"command":"explain","id":"4","project":"p","folder":"r","row":{"x":1.5,"图":"a"},"output":"y","class":"b"}"""
        },
        {
            new RunnerCommand.VaryColumn("4", "p", "r", new Dictionary<string, Cell> { ["x"] = 1.5, ["图"] = "a" }, "图", "y", "b"),
            """{"command":"varyColumn","id":"4","project":"p","folder":"r","row":{"x":1.5,"图":"a"},"column":"图","output":"y","class":"b"}"""
        },
        { new RunnerCommand.GiveUp("4"), """{"command":"giveUp","id":"4"}""" },
        { new RunnerCommand.ExportOnnx("3", "f.tmp", "花.onnx"), """{"command":"exportOnnx","id":"3","file":"f.tmp","name":"花.onnx"}""" },
        { new RunnerCommand.MeasureImportance("p", "r"), """{"command":"measureImportance","project":"p","folder":"r","device":"auto"}""" },
        { new RunnerCommand.Shutdown(), """{"command":"shutdown"}""" },
        {
            new RunnerCommand.Thumbnail("1", "p", JsonElement.Parse("""{"path":"a.zip"}"""), "v", 7, 96),
            """{"command":"thumbnail","id":"1","project":"p","source":{"path":"a.zip"},"version":"v","row":7,"side":96}"""
        },
        {
            new RunnerCommand.CheckRows("1", "p", JsonElement.Parse("""{"path":"a.zip"}"""), "v", 7, 64),
            """{"command":"checkRows","id":"1","project":"p","source":{"path":"a.zip"},"version":"v","row":7,"most":64}"""
        },
        { new RunnerCommand.LookAtPictures("2", ["a.png"]), """{"command":"lookAtPictures","id":"2","files":["a.png"]}""" },
        {
            new RunnerCommand.FindCopies("2", "p", JsonElement.Parse("{}"), 60), """{"command":"findCopies","id":"2","project":"p","source":{},"seconds":60}"""
        },
        { new RunnerCommand.CheckPicture("3", "f.png", "花.png"), """{"command":"checkPicture","id":"3","file":"f.png","name":"花.png"}""" },
        {
            new RunnerCommand.PrepareDrawing("4", "f.png", new PictureHint(28, 28, true, false)),
            """{"command":"prepareDrawing","id":"4","file":"f.png","hint":{"width":28,"height":28,"isGrey":true,"isLightOnDark":false}}"""
        },
        { new RunnerCommand.ReadSchema("5", "p", JsonElement.Parse("{}")), """{"command":"readSchema","id":"5","project":"p","dataSet":{}}""" },
        { new RunnerCommand.ReadTable("6", "f", JsonElement.Parse("""{"path":"a.csv"}""")), """{"command":"readTable","id":"6","folder":"f","source":{"path":"a.csv"}}""" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_is_one_line_of_json_and_reads_back_as_the_same_line(RunnerCommand command, string line)
    {
        Assert.Equal(line, RunnerCommandJson.Write(command));
        Assert.Equal(line, RunnerCommandJson.Write(RunnerCommandJson.Read(line)));
    }

    [Fact]
    public void Every_kind_of_command_is_tried_above()
    {
        var known = typeof(RunnerCommand).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>();

        Assert.Equal(known.Select(k => k.DerivedType).ToHashSet(), Commands.Select(c => c.Data.Item1.GetType()).ToHashSet());
    }

    [Fact]
    public void The_cells_of_a_row_are_texts_numbers_answers_or_nothing()
    {
        var command = (RunnerCommand.Predict)RunnerCommandJson.Read(
            """{"id":"1","rows":[{"a":"x","b":1.50,"c":null,"d":true,"e":-2e3}],"command":"predict"}""");

        Assert.Equal(["x", "1.50", null, "true", "-2e3"], command.Rows!.Single().Values.Select(c => c.Text));
        Assert.Equal("0.1", ((Cell)0.1).Text);
        var again = (RunnerCommand.Predict)RunnerCommandJson.Read(RunnerCommandJson.Write(command));
        Assert.Equal(command.Rows!.Single(), again.Rows!.Single());
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"command":"dance"}""")]
    [InlineData("""{"command":"start","project":"p"}""")]
    [InlineData("""{"command":"load"}""")]
    [InlineData("""{"command":"measureImportance","project":"p"}""")]
    [InlineData("""{"command":"compareRivals","folder":"r"}""")]
    [InlineData("""{"command":"explain","id":"1","project":"p","folder":"r"}""")]
    [InlineData("""{"command":"varyColumn","id":"1","project":"p","folder":"r","row":{}}""")]
    [InlineData("""{"command":"giveUp"}""")]
    [InlineData("""{"command":"predict","rows":[]}""")]
    [InlineData("""{"command":"predict","id":"1","rows":[{"a":{}}]}""")]
    public void What_is_no_whole_command_is_not_read(string line) => Assert.ThrowsAny<JsonException>(() => RunnerCommandJson.Read(line));
}
