using System.Collections.Immutable;
using System.Web;

namespace Builder.Web.Instruments.Grids;

/// <summary>The order of a grid's rows.</summary>
/// <param name="Column">The column that decides.</param>
/// <param name="Descending">True for the largest first.</param>
public sealed record GridSort(string Column, bool Descending);

/// <summary>How a person looks at a grid. It fits into an address, so that it is there again after a reload.</summary>
public sealed record GridView
{
    private const string FilterMark = "is.";

    /// <summary>As everybody begins.</summary>
    public static GridView Plain { get; } = new();

    /// <summary>The order; null for the rows' own.</summary>
    public GridSort? Sort { get; init; }

    /// <summary>What is looked for in all columns.</summary>
    public string Search { get; init; } = "";

    /// <summary>What was typed or chosen over a column, by the column.</summary>
    public ImmutableSortedDictionary<string, string> Filters { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The columns that are shown; empty for those that the grid begins with.</summary>
    public ImmutableArray<string> Shown { get; init; } = [];

    /// <summary>The column by whose values rows stand together; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>A part of the rows that the page has a name for; null for all.</summary>
    public string? Only { get; init; }

    /// <summary>True where some rows may be hidden.</summary>
    public bool IsFiltered => Search.Length > 0 || Filters.Count > 0 || Only is not null;

    /// <summary>Reads what <see cref="ToString"/> writes; what it does not know is left out.</summary>
    public static GridView Parse(string? text)
    {
        var view = Plain;
        if (string.IsNullOrEmpty(text))
        {
            return view;
        }

        var pairs = HttpUtility.ParseQueryString(text);
        foreach (var key in pairs.AllKeys.OfType<string>())
        {
            var value = pairs[key] ?? "";
            view = key switch
            {
                "sort" when value.Length > 1 => view with { Sort = new GridSort(value[1..], value[0] == '-') },
                "find" => view with { Search = value },
                "columns" => view with { Shown = [.. value.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(HttpUtility.UrlDecode).OfType<string>()] },
                "group" => view with { Group = value },
                "only" => view with { Only = value },
                _ when key.StartsWith(FilterMark, StringComparison.Ordinal) => view.With(key[FilterMark.Length..], value),
                _ => view,
            };
        }

        return view;
    }

    /// <summary>The same with another filter over a column; empty takes it away.</summary>
    public GridView With(string column, string? filter) => this with
    {
        Filters = string.IsNullOrWhiteSpace(filter) ? Filters.Remove(column) : Filters.SetItem(column, filter.Trim()),
    };

    /// <summary>The same without filters and search.</summary>
    public GridView Unfiltered() => this with { Filters = Filters.Clear(), Search = "", Only = null };

    /// <summary>The order after its head was pressed: up, down, and back to the rows' own.</summary>
    public GridView Pressed(string column) => this with
    {
        Sort = Sort?.Column != column ? new GridSort(column, Descending: false) : Sort.Descending ? null : Sort with { Descending = true },
    };

    /// <inheritdoc/>
    public bool Equals(GridView? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>As one short text; empty for <see cref="Plain"/>.</summary>
    public override string ToString()
    {
        var pairs = HttpUtility.ParseQueryString("");
        if (Sort is { } sort)
        {
            pairs["sort"] = (sort.Descending ? '-' : '+') + sort.Column;
        }

        Add("find", Search);
        Add("columns", string.Join('|', Shown.Select(HttpUtility.UrlEncode)));
        Add("group", Group);
        Add("only", Only);
        foreach (var (column, filter) in Filters)
        {
            Add(FilterMark + column, filter);
        }

        return pairs.ToString() ?? "";

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                pairs[key] = value;
            }
        }
    }
}
