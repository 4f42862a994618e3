using System.IO.Compression;
using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>Pictures as people bring them, see tests/golden/intake.</summary>
public sealed class OwnPicturesTests(SharedBrowser browser)
{
    private const float Long = 60_000;

    [Theory]
    [InlineData(1440, 900, "en", "light")]
    [InlineData(390, 844, "zh", "dark")]
    public async Task Damaged_pictures_are_all_listed_and_one_press_makes_the_others_a_model(int width, int height, string language, string theme)
    {
        var page = await OpenAsync("R28-damaged/all-six.zip", new(language, theme, width, height));
        var warning = page.Locator("[data-warning=unreadable-pictures]");
        await Expect(warning).ToBeVisibleAsync(new() { Timeout = Long });
        await Expect(page.GetByTestId("unreadable").Locator(".file")).Not.ToHaveCountAsync(0);
        await Expect(page.Locator("#propose")).ToBeDisabledAsync();
        await AssertFitsAsync(page);
        await Screenshots.TakeAsync(page, $"data-unreadable-{width}-{language}-{theme}");

        await warning.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator("[data-warning=unreadable-left-out]")).ToBeVisibleAsync(new() { Timeout = Long });
        await Screenshots.TakeAsync(page, $"data-unreadable-left-out-{width}-{language}-{theme}");
        await page.Keyboard.PressAsync("Control+z");
        await Expect(warning).ToBeVisibleAsync(new() { Timeout = Long });
        await warning.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator("[data-warning=unreadable-left-out]")).ToBeVisibleAsync(new() { Timeout = Long });
        await ProposeAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Labels_beside_pictures_are_predicted_and_the_model_trains()
    {
        var page = await OpenAsync("R31-paths-labels/labels.zip", new("en", "light", 1440, 900));
        await Expect(page.Locator("[data-warning=labels-without-picture]")).ToContainTextAsync("images/060.jpg", new() { Timeout = Long });
        await Expect(page.Locator("#target")).ToHaveValueAsync("label");
        await Screenshots.TakeAsync(page, "data-labels");
        await ProposeAsync(page);
        await page.TrainToTheEndAsync(Walk.FewEpochs);

        await Expect(page.GetByTestId("result")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", "light")]
    [InlineData("zh", "dark")]
    public async Task Several_labels_of_a_picture_are_learned_and_given_for_a_zip_file_of_pictures(string language, string theme)
    {
        var page = await browser.OpenAsync(new Look(language, theme, 1440, 900));
        await page.BringAsync("pets.zip", await WithPlacesAsync());
        var notice = page.Locator("[data-warning=several-labels]");
        await Expect(notice).ToContainTextAsync("indoor", new() { Timeout = Long });
        await Expect(page.Locator("#target")).ToHaveValueAsync("label");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "outdoor" })).ToBeVisibleAsync();
        await Screenshots.TakeAsync(page, $"picture-labels-data-{language}");
        await ProposeAsync(page);
        await Expect(page.Locator(".react-flow__node").First).ToBeVisibleAsync();
        await Screenshots.TakeAsync(page, $"picture-labels-model-{language}");
        await page.TrainToTheEndAsync(Walk.FewEpochs);

        await page.GoToStepAsync("evaluate");
        await Expect(page.Locator(".per-class tbody tr")).ToHaveCountAsync(4, new() { Timeout = Long });
        await page.SetViewportSizeAsync(1440, 2600);
        await Screenshots.TakeAsync(page, $"picture-labels-evaluate-{language}");
        await page.SetViewportSizeAsync(1440, 900);

        await page.GoToStepAsync("use");
        await page.Locator(".strip button").First.ClickAsync(new() { Timeout = Long });
        await Expect(page.Locator(".answer .bars li")).ToHaveCountAsync(4, new() { Timeout = Long });
        await page.Locator("input[type=file][accept='.zip']").SetInputFilesAsync(new FilePayload { Name = "new pets.zip", MimeType = "application/zip", Buffer = await WithPlacesAsync() });
        await Expect(page.Locator(".table-wrap tbody tr").First).ToBeVisibleAsync(new() { Timeout = Long });
        await Expect(page.Locator(".table-wrap tbody tr").First).ToContainTextAsync("0.");
        await page.SetViewportSizeAsync(1440, 1800);
        await Screenshots.TakeAsync(page, $"picture-labels-use-{language}");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("R30-nesting/train-val.zip", "parts-used", "zh", "dark", 1440, 900)]
    [InlineData("R30-nesting/class-then-split.zip", "parts-used", "en", "light", 390, 844)]
    [InlineData("R30-nesting/some-loose.zip", "loose-pictures", "en", "light", 1440, 900)]
    public async Task What_the_folders_were_taken_for_is_said_with_a_way_out(string file, string warning, string language, string theme, int width, int height)
    {
        var page = await OpenAsync(file, new(language, theme, width, height));
        var notice = page.Locator($"[data-warning={warning}]");
        await Expect(notice).ToBeVisibleAsync(new() { Timeout = Long });
        await AssertFitsAsync(page);
        await Screenshots.TakeAsync(page, $"data-{warning}-{width}-{language}-{theme}");

        await notice.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(notice).ToHaveCountAsync(0, new() { Timeout = Long });
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Names_in_the_letters_of_a_Chinese_Windows_are_classes()
    {
        var page = await OpenAsync("R32-zip-names/gbk.zip", new("zh", "dark", 1440, 900));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "猫" })).ToBeVisibleAsync(new() { Timeout = Long });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "狗" })).ToBeVisibleAsync();
        await Screenshots.TakeAsync(page, "data-gbk-zh-dark");
        await page.Context.CloseAsync();
    }

    private static async Task AssertFitsAsync(IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "The page scrolls sideways.");

    private static async Task ProposeAsync(IPage page)
    {
        await Expect(page.Locator("#propose")).ToBeEnabledAsync(new() { Timeout = Long });
        await page.Locator("#propose").ClickAsync();
        await page.ExpectAddressAsync("/model", Long);
    }

    private async Task<IPage> OpenAsync(string file, Look look)
    {
        var page = await browser.OpenAsync(look);
        await page.BringAsync(Path.GetFileName(file), await IntakeAsync(file));
        return page;
    }

    private static Task<byte[]> IntakeAsync(string file) =>
        File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests", "golden", "intake", file), TestContext.Current.CancellationToken);

    /// <summary>Cats and dogs of which the table says also whether they are inside, before or behind what they are.</summary>
    private static async Task<byte[]> WithPlacesAsync() => WithPlaces(await IntakeAsync("R31-paths-labels/labels.zip"));

    private static byte[] WithPlaces(byte[] pets)
    {
        using var bytes = new MemoryStream();
        bytes.Write(pets);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var table = zip.Entries.Single(e => e.FullName.EndsWith(".csv", StringComparison.Ordinal));
            var (name, lines) = (table.FullName, Lines(table));
            table.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            foreach (var (i, line) in lines.Index())
            {
                var (file, label) = (line.Split(',')[0], line.Split(',')[1]);
                writer.WriteLine(i == 0 ? line : $"{file},{(i % 4) switch { 0 => $"{label};indoor", 1 => $"outdoor;{label}", 2 => $"{label};outdoor", _ => label }}");
            }
        }

        return bytes.ToArray();
    }

    private static string[] Lines(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
