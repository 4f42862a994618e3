namespace Builder.Web.Evaluate.Plots;

/// <summary>A plot as it is given to the browser. All texts are in the reader's language.</summary>
/// <param name="Kind">"lines", "points" or "bars".</param>
/// <param name="Title">What it shows; also its name for those who do not see it.</param>
/// <param name="XTitle">What is across.</param>
/// <param name="YTitle">What is up.</param>
/// <param name="Series">What is drawn.</param>
public sealed record PlotSpec(string Kind, string Title, string XTitle, string YTitle, IReadOnlyList<PlotSeries> Series)
{
    /// <summary>Lowest and highest across; null to fit the data.</summary>
    public IReadOnlyList<double>? XRange { get; init; }

    /// <summary>Lowest and highest up; null to fit the data.</summary>
    public IReadOnlyList<double>? YRange { get; init; }

    /// <summary>True where only whole numbers have a meaning across.</summary>
    public bool WholeX { get; init; }

    /// <summary>True where what is across are shares, which are told in percent.</summary>
    public bool XPercent { get; init; }

    /// <summary>True where what is up are shares, which are told in percent.</summary>
    public bool YPercent { get; init; }

    /// <summary>A line on which both sides are equal.</summary>
    public bool Diagonal { get; init; }

    /// <summary>What that line means.</summary>
    public string? DiagonalTitle { get; init; }

    /// <summary>Upright lines with a word.</summary>
    public IReadOnlyList<PlotMark> Marks { get; init; } = [];

    /// <summary>Width of a bar in units of x; for bars.</summary>
    public double? BarWidth { get; init; }
}

/// <summary>Things of one colour.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Points">x and y of each.</param>
/// <param name="Color">Which of the chart colours, from 1.</param>
/// <param name="Dashed">Drawn with gaps.</param>
/// <param name="Dots">Lines only: a dot at every point.</param>
public sealed record PlotSeries(string Name, IReadOnlyList<double[]> Points, int Color, bool Dashed = false, bool Dots = false);

/// <summary>An upright line with a word.</summary>
/// <param name="X">Where.</param>
/// <param name="Label">The word.</param>
public sealed record PlotMark(double X, string Label);
