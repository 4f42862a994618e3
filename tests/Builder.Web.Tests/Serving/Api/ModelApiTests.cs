using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Builder.Protocol;
using Builder.Storage;
using Builder.Web.Publishing;
using Builder.Web.Shell.Security;
using Builder.Web.Tests.Use;

namespace Builder.Web.Tests.Serving.Api;

[Collection(TrainedModelsCollection.Name)]
public sealed class ModelApiTests(TrainedModels trained)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_row_and_many_are_answered_as_by_the_model_itself()
    {
        var name = await trained.PublishAsync(trained.Iris);
        using var program = Program();
        var rows = trained.Iris.Examples.Take(7).Select(e => trained.Iris.Description.Inputs.ToDictionary(i => i.Name, i => (Cell)trained.Iris.ValueOf(i.Name, e.Inputs))).ToList();
        var expected = (await trained.Models.AskAsync(trained.Iris.ProjectId, trained.Iris.Run.Bundle, id => new RunnerCommand.Predict(id, rows), Ct)).Rows!;
        var sent = rows.Select(r => r.ToDictionary(c => c.Key, c => double.Parse(c.Value.Text!, System.Globalization.CultureInfo.InvariantCulture))).ToList();

        var (status, many) = await AskAsync(program, name, JsonContent.Create(sent));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((name, 1), (many.GetProperty("model").GetString(), many.GetProperty("version").GetInt32()));
        Assert.Equal(expected.Count, many.GetProperty("predictions").GetArrayLength());
        foreach (var (row, answer) in expected.Zip(many.GetProperty("predictions").EnumerateArray()))
        {
            var output = answer.GetProperty(row.Outputs[0].Name);
            Assert.Equal(row.Outputs[0].Class, output.GetProperty("class").GetString());
            Assert.Equal(row.Outputs[0].Probability!.Value, output.GetProperty("probability").GetDouble(), 1e-5);
            Assert.Equal(1, output.GetProperty("probabilities").EnumerateObject().Sum(p => p.Value.GetDouble()), 1e-3);
        }

        var (_, one) = await AskAsync(program, name, JsonContent.Create(sent[0]));
        Assert.Equal(expected[0].Outputs[0].Class, one.GetProperty("predictions").EnumerateArray().Single().GetProperty(expected[0].Outputs[0].Name).GetProperty("class").GetString());
    }

    [Fact]
    public async Task A_table_comes_back_with_its_predictions_and_stays_nowhere()
    {
        var name = await trained.PublishAsync(trained.Iris);
        using var program = Program();
        var inputs = trained.Iris.Description.Inputs;
        var before = Kept();
        var lines = trained.Iris.Examples.Take(5).Select(e => string.Join(',', inputs.Select(i => trained.Iris.ValueOf(i.Name, e.Inputs))));
        using var answer = await program.PostAsync(ModelAddress.Predict(name), new StringContent(
            string.Join(',', inputs.Select(i => trained.Iris.SourceOf(i.Name))) + "\n" + string.Join('\n', lines) + "\n", Encoding.UTF8, "text/csv"), Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        Assert.Contains("predicted species", text, StringComparison.Ordinal);
        Assert.Equal(6, text.TrimEnd().Split("\r\n").Length);
        Assert.True(SpinWait.SpinUntil(() => Kept().SequenceEqual(before), TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_picture_is_answered()
    {
        var name = await trained.PublishAsync(trained.Digits);
        using var program = Program();
        var file = Builder.Web.Runs.RunFilesEndpoint.Find(trained.Digits.Run.Folder, trained.Digits.Examples[^1].Picture)!;
        var expected = (await trained.Models.AskAsync(trained.Digits.ProjectId, trained.Digits.Run.Bundle, id => new RunnerCommand.Predict(id, Files: [file]), Ct)).Rows![0].Outputs[0];
        var (status, answer) = await AskAsync(program, name, Content(await File.ReadAllBytesAsync(file, Ct), "image/png"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(expected.Class, answer.GetProperty("predictions")[0].GetProperty(expected.Name).GetProperty("class").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AskAsync(program, name, Content("no picture"u8.ToArray(), "image/png"))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await AskAsync(program, name, Content(new byte[(20 << 20) + 1], "image/png"))).Status);
    }

    [Theory]
    [InlineData("""{"sepal_length_cm": "five", "sepal_width_cm": 3, "petal_length_cm": 1, "petal_width_cm": 1}""", 422, 1, "sepal_length_cm")]
    [InlineData("""[{"sepal_length_cm": 5, "sepal_width_cm": 3, "petal_length_cm": 1, "petal_width_cm": 1}, {"sepal_length_cm": 5, "sepal_width_cm": 3, "petal_length_cm": 1}]""", 422, 2, "petal_width_cm")]
    [InlineData("""{"sepal_length_cm": 5, "sepal_width_cm": 3, "petal_length_cm": 1, "petal_width_cm": 1, "colour": "red"}""", 422, 1, "colour")]
    [InlineData("""{"sepal_length_cm": {"cm": 5}, "sepal_width_cm": 3, "petal_length_cm": 1, "petal_width_cm": 1}""", 422, 1, "sepal_length_cm")]
    [InlineData("""{"sepal_length_cm": null, "sepal_width_cm": 3, "petal_length_cm": 1, "petal_width_cm": 1}""", 422, 1, "sepal_length_cm")]
    [InlineData("""{"sepal_length_cm": true, "sepal_width_cm": 3, "petal_length_cm": 1, "petal_width_cm": 1}""", 422, 1, "sepal_length_cm")]
    [InlineData("[]", 422, 1, null)]
    [InlineData("[1]", 422, 1, null)]
    [InlineData("\"x\"", 422, 1, null)]
    [InlineData("null", 422, 1, null)]
    public async Task Bad_values_are_refused_with_their_row_and_field(string body, int status, int row, string? field)
    {
        var name = await NameAsync();
        using var program = Program();
        var (answered, problem) = await AskAsync(program, name, new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(status, (int)answered);
        Assert.Equal("BadValues", problem.GetProperty("code").GetString());
        var first = problem.GetProperty("errors")[0];
        Assert.Equal((row, field), (first.GetProperty("row").GetInt32(), first.GetProperty("field").GetString()));
        Assert.Contains(field ?? "", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "application/json", 400, "BadJson")]
    [InlineData("", "application/json", 400, "BadJson")]
    [InlineData("{\"\\ud800\": 1}", "application/json", 400, "BadJson")]
    [InlineData("{\"sepal_length_cm\": \"\\ud800\"}", "application/json", 400, "BadJson")]
    [InlineData("[[[[[[[[[[[[1]]]]]]]]]]]]", "application/json", 400, "BadJson")]
    [InlineData("a,b\n1,2\n", "text/csv", 422, "MissingColumns")]
    [InlineData("x", "text/plain", 415, "NotUnderstood")]
    [InlineData("x", "image/png", 415, "RowsNeeded")]
    public async Task What_cannot_be_read_is_refused_in_words(string body, string type, int status, string code)
    {
        var name = await NameAsync();
        using var program = Program();
        program.DefaultRequestHeaders.Add("Accept-Language", "zh");
        var (answered, problem) = await AskAsync(program, name, Content(Encoding.UTF8.GetBytes(body), type));
        Assert.Equal((status, code), ((int)answered, problem.GetProperty("code").GetString()));
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", problem.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_model_that_is_unknown_or_off_answers_no_program()
    {
        using var program = Program();
        Assert.Equal((HttpStatusCode.NotFound, "NoModel"), Code(await AskAsync(program, "nothing-here", JsonContent.Create(new { a = 1 }))));
        var name = await trained.PublishAsync(trained.Iris);
        await trained.Store().SwitchAsync(name, isOn: false, Ct);
        Assert.Equal((HttpStatusCode.Forbidden, "ModelOff"), Code(await AskAsync(program, name, JsonContent.Create(new { a = 1 }))));
    }

    [Fact]
    public async Task A_model_with_a_password_answers_programs_with_a_key_of_its_own_until_that_is_taken_away()
    {
        var (name, other) = (await trained.PublishAsync(trained.Iris), await trained.PublishAsync(trained.Iris));
        foreach (var guarded in new[] { name, other })
        {
            await trained.Store().LimitAsync(guarded, ModelAccess.Password, ModelPasswords.Hash("swordfish"), Ct);
        }

        var key = await trained.Get<ModelKeys>().MakeAsync(name, Ct);
        var stored = Assert.Single(await trained.Get<Builder.Storage.Publishing.ModelKeyStore>().ListAsync(name, Ct));
        Assert.DoesNotContain(key[8..], JsonSerializer.Serialize(stored), StringComparison.Ordinal);

        using var program = Program();
        Assert.Equal((HttpStatusCode.Unauthorized, "KeyNeeded"), Code(await AskAsync(program, name, Row())));
        program.DefaultRequestHeaders.Remove(OriginGuard.ProgramHeader);
        program.DefaultRequestHeaders.Authorization = new("Bearer", key);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(program, name, Row())).Status);
        Assert.Equal((HttpStatusCode.Unauthorized, "WrongKey"), Code(await AskAsync(program, other, Row())));
        program.DefaultRequestHeaders.Authorization = new("Bearer", key[..^1] + (key[^1] == 'A' ? 'B' : 'A'));
        Assert.Equal((HttpStatusCode.Unauthorized, "WrongKey"), Code(await AskAsync(program, name, Row())));

        // A key is no way in to anything else.
        program.DefaultRequestHeaders.Authorization = new("Bearer", key);
        using var elsewhere = await program.GetAsync("/api/catalog", Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.StatusCode);

        Assert.True(await trained.Get<Builder.Storage.Publishing.ModelKeyStore>().RemoveAsync(stored.Id, Ct));
        Assert.Equal((HttpStatusCode.Unauthorized, "WrongKey"), Code(await AskAsync(program, name, Row())));
    }

    [Fact]
    public async Task What_it_takes_and_gives_is_told_and_described_as_OpenAPI()
    {
        var name = await NameAsync();
        using var program = Program();
        var contract = await program.GetFromJsonAsync<JsonElement>(ModelAddress.Api(name), Ct);
        Assert.Equal(trained.Iris.Description.Inputs.Select(i => i.Name), contract.GetProperty("inputs").EnumerateArray().Select(i => i.GetProperty("name").GetString()));
        Assert.Equal(["setosa", "versicolor", "virginica"], contract.GetProperty("outputs")[0].GetProperty("classes").EnumerateArray().Select(c => c.GetString()!));
        Assert.Equal(1, contract.GetProperty("versions")[0].GetProperty("number").GetInt32());

        var description = await program.GetFromJsonAsync<JsonElement>($"{ModelAddress.Api(name)}/openapi.json", Ct);
        Assert.Equal("3.1.0", description.GetProperty("openapi").GetString());
        Assert.True(description.GetProperty("paths").TryGetProperty(ModelAddress.Predict(name), out _));
        var row = description.GetProperty("components").GetProperty("schemas").GetProperty("Row");
        Assert.Equal(trained.Iris.Description.Inputs.Select(i => i.Name), row.GetProperty("required").EnumerateArray().Select(r => r.GetString()));
        var references = description.GetRawText().Split("\"$ref\":\"").Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]).Distinct();
        Assert.All(references, reference => Assert.True(description.GetProperty("components").GetProperty("schemas").TryGetProperty(reference.Split('/')[^1], out _), reference));
    }

    [Fact]
    public async Task Four_hundred_broken_requests_are_refused_and_the_model_goes_on()
    {
        var name = await NameAsync();
        using var program = Program();
        var random = new Random(11);
        const string Right = """[{"sepal_length_cm": 5.1, "sepal_width_cm": 3.5, "petal_length_cm": 1.4, "petal_width_cm": 0.2}]""";
        for (var round = 0; round < 400; round++)
        {
            var body = Encoding.UTF8.GetBytes(Right);
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            using var answer = await program.PostAsync(ModelAddress.Predict(name), Content(body[..random.Next(1, body.Length + 1)], "application/json"), Ct);
            Assert.True((int)answer.StatusCode is 200 or 400 or 422, $"{Encoding.UTF8.GetString(body)}: {answer.StatusCode}");
        }

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(program, name, Row())).Status);
    }

    private async Task<string> NameAsync()
    {
        _ = await trained.OnceAsync("published-for-programs", async () =>
        {
            await trained.Get<ModelPublisher>().PublishAsync(trained.Iris.ProjectId, "for-programs", "Flowers", "", PublishedModels.BundleOf(trained.Iris), Ct);
            return trained.Iris;
        });
        return "for-programs";
    }

    private HttpClient Program()
    {
        var program = trained.CreateClient(new() { AllowAutoRedirect = false });
        program.DefaultRequestHeaders.Add(OriginGuard.ProgramHeader, "test");
        return program;
    }

    private static JsonContent Row() => JsonContent.Create(new { sepal_length_cm = 5.1, sepal_width_cm = "3.5", petal_length_cm = 1.4, petal_width_cm = 0.2 });

    private static ByteArrayContent Content(byte[] body, string type)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(HttpClient program, string name, HttpContent content)
    {
        using var answer = await program.PostAsync(ModelAddress.Predict(name), content, Ct);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Ct)));
    }

    private static (HttpStatusCode Status, string? Code) Code((HttpStatusCode Status, JsonElement Body) answer) => (answer.Status, answer.Body.GetProperty("code").GetString());

    private List<string> Kept() =>
        [.. Directory.EnumerateFileSystemEntries(trained.Get<Builder.Web.Use.Files.UseFiles>().Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
