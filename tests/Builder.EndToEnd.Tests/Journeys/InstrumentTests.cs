using System.Globalization;
using System.Text;
using Builder.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>The data grid and what else comes from a library: it works, it is there again after a reload, and axe finds nothing.</summary>
public sealed class InstrumentTests(SharedBrowser browser)
{
    private const int Orders = 10_050;

    [Theory]
    [InlineData("en", "light")]
    [InlineData("zh", "dark")]
    public async Task Rows_of_a_large_table_are_looked_through_left_out_and_taken_back(string language, string theme)
    {
        var page = await browser.OpenAsync(new(language, theme));
        var refused = Refusals(page);
        await OpenRowsAsync(page);

        await page.Locator("[data-testid=row-grid] .mud-table-container").EvaluateAsync("e => e.scrollTop = e.scrollHeight");
        await Expect(page.Locator(".number-button").Last).ToHaveTextAsync(Orders.ToString(CultureInfo.InvariantCulture));
        Assert.InRange(await page.Locator(".number-button").CountAsync(), 1, 100);
        await page.Locator("th[data-column=units] button").ClickAsync();
        await Expect(page.Locator("th[data-column=units]")).ToHaveAttributeAsync("aria-sort", "ascending");
        await page.Locator("[data-testid=rows] .find input").FillAsync("city 7");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".count")).ToContainTextAsync("402");
        // The count comes with the answer, the rows a moment later.
        await Expect(page.Locator(".data-grid tr:has(.number-button)").Nth(0)).ToContainTextAsync("city 7");
        await Expect(page.Locator(".data-grid tr:has(.number-button)").Nth(2)).ToContainTextAsync("city 7");
        await page.Locator("td.lead .checkbox").Nth(1).CheckAsync();
        await page.Locator("td.lead .checkbox").Nth(2).CheckAsync();
        await page.Locator("[data-testid=chosen] button").First.ClickAsync();
        await Expect(page.Locator("tr.left-out")).ToHaveCountAsync(2);
        await Expect(page.Locator(".saved[data-testid=save-state]")).ToBeVisibleAsync();
        await AssertAxeAsync(page, $"rows-{language}-{theme}");

        await page.ReloadAsync();
        await Expect(page.Locator("tr.left-out")).ToHaveCountAsync(2);
        await Expect(page.Locator("th[data-column=units]")).ToHaveAttributeAsync("aria-sort", "ascending");
        await page.GetByTestId("undo").ClickAsync();
        await Expect(page.GetByTestId("row-changes")).ToHaveCountAsync(0);
        Assert.Empty(refused);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_alone_sorts_chooses_and_corrects()
    {
        var page = await browser.OpenAsync();
        await OpenRowsAsync(page);

        await page.Locator("th[data-column=units] button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("th[data-column=units]")).ToHaveAttributeAsync("aria-sort", "ascending");
        // The rows come a moment later, and take the place of those before them.
        await Expect(page.Locator(".number-button").Nth(1)).ToHaveTextAsync("41");
        await page.PressUntilAsync(page.Locator(".number-button").First, page.Locator("#row-cell-2"));

        // The dialog takes the focus first, and what is typed has to be known before it can be saved.
        await Expect(page.Locator("[data-testid=row-dialog] :focus")).ToHaveCountAsync(1);
        await page.Locator("#row-cell-2").FocusAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("77");
        await Expect(page.Locator("#row-cell-2")).ToHaveValueAsync("77");
        await Expect(page.Locator("[data-testid=row-dialog] .primary")).ToBeEnabledAsync();
        await page.Locator("[data-testid=row-dialog] .primary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".data-grid .corrected")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("row-changes")).ToContainTextAsync("1 cell is corrected");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_table_of_runs_is_grouped_and_is_there_again_after_a_reload()
    {
        var page = await browser.OpenAsync();
        await page.OpenReadyAsync("iris");
        await page.TrainToTheEndAsync();
        await page.Locator(".quick-settings").GetByTestId("train").ClickAsync();
        await Expect(page.Locator(".run-row")).ToHaveCountAsync(2);
        await page.ExpectStateAsync("finished");

        await page.GetByTestId("open-table").ClickAsync();
        await Expect(page.Locator(".run-name")).ToHaveCountAsync(2);
        await page.Locator(".run-table select.group").SelectOptionAsync("state");
        await Expect(page.Locator(".run-table tbody strong")).ToHaveCountAsync(1);
        await page.Locator(".run-table td.lead .checkbox:not(:disabled)").CheckAsync();
        await AssertAxeAsync(page, "runs-table");
        await page.ReloadAsync();

        await Expect(page.Locator(".run-table tbody strong")).ToHaveCountAsync(1);
        await Expect(page.Locator(".run-table td.lead .checkbox:checked")).ToHaveCountAsync(2);
        await page.GoToStepAsync("model");
        await Expect(page.Locator("link[href*=instruments]")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_list_of_a_field_with_many_choices_opens_right_under_it()
    {
        var page = await browser.OpenAsync(new(Width: 1024, Height: 768));
        await UploadAsync(page, Encoding.UTF8.GetBytes("city,weight,units\n" + string.Concat(Enumerable.Range(0, 300).Select(i => FormattableString.Invariant($"city {i % 25},{(i * 13) % 50},{(i % 25) + ((i * 13) % 50)}\n")))));
        await page.Locator("#target").SelectOptionAsync("units");
        await page.Locator("#propose").ClickAsync();
        await page.ExpectAddressAsync("/model");
        await page.TrainToTheEndAsync();
        await page.GoToStepAsync("use");

        var field = page.Locator(".mud-autocomplete input").First;
        await Expect(field).ToBeVisibleAsync();
        await field.ClickAsync();
        var list = page.Locator(".mud-popover-open");
        await Expect(list).ToBeVisibleAsync();

        var (above, below) = ((await field.BoundingBoxAsync())!, (await list.BoundingBoxAsync())!);
        Assert.InRange(below.Y - (above.Y + above.Height), -2, 8);
        Assert.InRange(below.X - above.X, -2, 2);
        Assert.True(below.Width >= above.Width, $"The list is {below.Width} wide under a field of {above.Width}.");
        await list.Locator(".mud-list-item").Nth(1).ClickAsync();
        await Expect(list).ToHaveCountAsync(0);
        await Expect(field).ToHaveValueAsync("city 1");
        await page.Context.CloseAsync();
    }

    private static async Task OpenRowsAsync(IPage page)
    {
        await UploadAsync(page, Table());
        await page.Locator(".tabs .tab").Nth(1).ClickAsync();
        await Expect(page.Locator(".number-button").First).ToHaveTextAsync("1");
    }

    private static async Task UploadAsync(IPage page, byte[] table)
    {
        await page.BringAsync("orders.csv", table);
        await Expect(page.Locator("#target")).ToBeVisibleAsync();
    }

    private static async Task AssertAxeAsync(IPage page, string name)
    {
        await Screenshots.TakeAsync(page, name);
        var found = await Axe.FaultsAsync(page, name);
        Assert.True(!found.Any(), string.Join('\n', found));
    }

    /// <summary>What the content security policy has refused so far; axe, which comes later, tries styles of its own.</summary>
    private static List<string> Refusals(IPage page)
    {
        var refused = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal) && !message.Text.Contains("Applying inline style", StringComparison.Ordinal))
            {
                refused.Add(message.Text);
            }
        };
        return refused;
    }

    private static byte[] Table() => Encoding.UTF8.GetBytes("day,city,units,returned\n" + string.Concat(Enumerable.Range(0, Orders).Select(i =>
        $"{new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(i % 900):yyyy-MM-dd},city {i % 25},{(i * 7) % 40},{(i % 3 == 0 ? "yes" : "no")}\n")));
}
