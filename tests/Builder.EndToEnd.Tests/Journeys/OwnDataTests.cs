using System.IO.Compression;
using System.Text;
using Builder.Bench.Ui.Serving;
using Builder.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>Own data in three steps: upload, say what to predict, train.</summary>
public sealed class OwnDataTests(SharedBrowser browser)
{
    [Fact]
    public async Task A_table_with_gaps_becomes_a_trained_model_in_three_steps()
    {
        var page = await OpenWithDataAsync("penguins.csv", await File.ReadAllBytesAsync(
            Path.Combine(Repository.Root, "src", "Builder.Web", "Data", "Samples", "penguins.csv"), TestContext.Current.CancellationToken));
        await Expect(page.GetByRole(AriaRole.Table).GetByText("bill_length_mm").First).ToBeVisibleAsync(new() { Timeout = 30_000 });

        await page.Locator("#target").SelectOptionAsync("species");
        await ProposeAsync(page);
        await Expect(page.Locator(".react-flow__node").First).ToBeVisibleAsync();
        await page.TrainToTheEndAsync();

        await Expect(page.GetByTestId("result")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("project-name")).ToHaveValueAsync("penguins");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_cell_that_is_no_number_is_told_with_its_line_and_one_press_leaves_its_row_out()
    {
        var lines = Enumerable.Range(0, 300).Select(i => $"{(i == 249 ? "12.5 or so" : $"{1 + (i * 37 % 90)}.{i * 7 % 900 + 100},{i % 10}5")};{i * 11 % 6};{(i * 37 % 90 > 45 ? "yes" : "no")}\n");
        var page = await OpenWithDataAsync("preise.csv", Encoding.UTF8.GetBytes("preis;zimmer;verkauft\n" + string.Concat(lines)));
        var notice = page.Locator("[data-warning=not-numbers]");

        await Expect(notice).ToContainTextAsync("“12.5 or so” (line 251)", new() { Timeout = 30_000 });
        await Expect(page.Locator("[data-warning=thousands]")).ToContainTextAsync("“1.100,05” is read as 1100.05");
        await Screenshots.TakeAsync(page, "data-one-bad-cell");
        await notice.GetByRole(AriaRole.Button, new() { Name = "Leave the row out" }).ClickAsync();
        await Expect(notice).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await page.Locator("#target").SelectOptionAsync("verkauft");
        await ProposeAsync(page);
        await page.TrainToTheEndAsync();

        await Expect(page.GetByTestId("result")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task How_a_file_is_read_is_tried_on_its_first_rows_applied_in_one_step_and_taken_back()
    {
        var lines = Enumerable.Range(0, 200).Select(i => $"{i * 37 % 90},{i % 7},{(i % 3 == 0 ? "yes" : "no")}\n");
        var page = await OpenWithDataAsync("survey.csv", Encoding.UTF8.GetBytes("Survey of the year,,\nage,visits,came\n" + string.Concat(lines) + "Source: own survey\n"));
        var reading = page.Locator(".reading");
        await Expect(reading.Locator(".settings")).ToContainTextAsync("1 line above left out", new() { Timeout = 30_000 });
        await Screenshots.TakeAsync(page, "data-reading");

        await page.Locator("#change-reading").ClickAsync();
        await Expect(reading.Locator(".preview thead")).ToContainTextAsync("visits", new() { Timeout = 30_000 });
        await Screenshots.TakeAsync(page, "data-reading-open");
        await page.Locator("#reading-header").SelectOptionAsync("0");
        await Expect(reading.Locator(".preview thead")).ToContainTextAsync("column 2", new() { Timeout = 30_000 });
        await page.Locator("#read-like-this").ClickAsync();
        await Expect(page.Locator("tr[data-column='column 2']")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(page.Locator("#target")).ToHaveValueAsync("column 3");

        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Locator("tr[data-column=visits]")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(page.Locator("#target")).ToHaveValueAsync("came");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Pictures_in_folders_of_classes_get_a_network_that_sees()
    {
        var page = await OpenWithDataAsync("shapes.zip", Pictures());

        await ProposeAsync(page);

        await Expect(page.Locator(".react-flow__node [data-family=convolution]").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Copies_of_pictures_are_shown_side_by_side_and_kept_in_one_part()
    {
        var page = await OpenWithDataAsync("phone.zip", PhotosWithCopies());
        var notice = page.Locator("[data-warning=copies]");

        await Expect(notice).ToContainTextAsync("8 pictures are copies of another one", new() { Timeout = 60_000 });
        await Expect(notice.Locator("img")).ToHaveCountAsync(6);
        await Screenshots.TakeAsync(page, "data-copies");
        await notice.GetByRole(AriaRole.Button, new() { Name = "Keep copies in the same part" }).ClickAsync();

        await Expect(page.Locator("[data-warning=kept-copies]")).ToContainTextAsync("16 rows are copies of each other", new() { Timeout = 30_000 });
        await Expect(notice).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_model_whose_classes_were_renamed_in_the_data_takes_over_the_new_names()
    {
        static byte[] Animals(string cat, string dog) => Encoding.UTF8.GetBytes("weight,height,animal\n" + string.Concat(Enumerable.Range(0, 120).Select(i =>
            $"{(i % 2 == 0 ? 3 : 20) + (i * 7 % 10 / 10.0):0.0},{(i % 2 == 0 ? 20 : 50) + (i * 13 % 9)},{(i % 2 == 0 ? cat : dog)}\n")));
        var page = await OpenWithDataAsync("animals.csv", Animals("cat", "dog"));
        await page.Locator("#target").SelectOptionAsync("animal");
        await ProposeAsync(page);
        await page.TrainToTheEndAsync();

        await page.GetByTestId("step-data").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use another file" }).ClickAsync();
        await page.Locator(".replace input[type=file]").SetInputFilesAsync(new FilePayload { Name = "renamed.csv", MimeType = "text/csv", Buffer = Animals("kitten", "hound") });
        await Expect(page.Locator("main")).ToContainTextAsync("renamed.csv", new() { Timeout = 30_000 });
        await page.GetByTestId("step-evaluate").ClickAsync();
        var notice = page.GetByTestId("names-changed");
        await Expect(notice).ToContainTextAsync("cat → kitten, dog → hound", new() { Timeout = 60_000 });
        await Screenshots.TakeAsync(page, "evaluate-renamed");
        await page.GetByTestId("take-names").ClickAsync();

        await Expect(page.GetByTestId("names-given")).ToContainTextAsync("cat → kitten, dog → hound");
        await Expect(notice).ToHaveCountAsync(0);
        await page.GetByTestId("step-use").ClickAsync();
        await Expect(page.Locator(".answer .bars")).ToContainTextAsync("kitten", new() { Timeout = 60_000 });
        await Screenshots.TakeAsync(page, "use-renamed");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_running_text_gets_a_network_that_writes()
    {
        var text = string.Concat(Enumerable.Range(0, 400).Select(i => $"The boat number {i} went out in the morning and came home in the evening.\n"));
        var page = await OpenWithDataAsync("boats.txt", Encoding.UTF8.GetBytes(text));

        await ProposeAsync(page);

        await Expect(page.Locator(".react-flow__node").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_program_that_calls_itself_a_table_is_refused_in_words_and_not_kept()
    {
        await using var server = await RunningServer.StartAsync();
        var program = new byte[4096];
        "\u007fELF"u8.CopyTo(program);
        var page = await browser.OpenAsync(server);
        await page.BringAsync("table.csv", program);

        await Expect(page.Locator("main [role=alert]").First).ToContainTextAsync("table.csv", new() { Timeout = 30_000 });
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(server.Home, "projects"), "table.csv", SearchOption.AllDirectories));
        await page.GotoAsync(server.Address.ToString());
        await Expect(page.GetByTestId("ready-projects")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("my-projects")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private static async Task ProposeAsync(IPage page)
    {
        await page.Locator("#propose").ClickAsync();
        await page.ExpectAddressAsync("/model");
    }

    private async Task<IPage> OpenWithDataAsync(string name, byte[] content)
    {
        var page = await browser.OpenAsync();
        await page.BringAsync(name, content);
        return page;
    }

    /// <summary>The photos of tests/golden/intake in two classes, the first eight of them twice.</summary>
    private static byte[] PhotosWithCopies()
    {
        using var photos = ZipFile.OpenRead(Path.Combine(Repository.Root, "tests", "golden", "intake", "X11-photos", "phone.zip"));
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (photo, i) in photos.Entries.Select((e, i) => (e, i)))
            {
                foreach (var name in i < 8 ? new[] { "", "copy of " } : [""])
                {
                    using var from = photo.Open();
                    using var to = zip.CreateEntry($"{(i % 2 == 0 ? "ball" : "box")}/{name}{photo.Name}").Open();
                    from.CopyTo(to);
                }
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Eight grey pictures of 16×16, bright at the left or at the right, as uncompressed BMP files.</summary>
    private static byte[] Pictures()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 40; i++)
            {
                using var entry = zip.CreateEntry($"{(i % 2 == 0 ? "left" : "right")}/{i}.bmp").Open();
                entry.Write(Bitmap((x, y) => (byte)((x < 8) == (i % 2 == 0) ? 200 + (i + y) % 50 : 10)));
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Bitmap(Func<int, int, byte> light)
    {
        const int size = 16;
        const int header = 54;
        var file = new byte[header + (size * size * 3)];
        "BM"u8.CopyTo(file);
        BitConverter.TryWriteBytes(file.AsSpan(2), file.Length);
        BitConverter.TryWriteBytes(file.AsSpan(10), header);
        BitConverter.TryWriteBytes(file.AsSpan(14), 40);
        BitConverter.TryWriteBytes(file.AsSpan(18), size);
        BitConverter.TryWriteBytes(file.AsSpan(22), size);
        BitConverter.TryWriteBytes(file.AsSpan(26), (short)1);
        BitConverter.TryWriteBytes(file.AsSpan(28), (short)24);
        for (var pixel = 0; pixel < size * size; pixel++)
        {
            file.AsSpan(header + (pixel * 3), 3).Fill(light(pixel % size, pixel / size));
        }

        return file;
    }
}
