using System.Text.Json.Serialization;

namespace Builder.Graph.Data;

/// <summary>How a file holds its table. The first four are ways in which a text can be read, and may be asked for; the others are said by the file itself.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TableLayout>))]
public enum TableLayout
{
    /// <summary>Lines of values with a separator.</summary>
    Separated,

    /// <summary>Columns that stand below each other by blanks.</summary>
    Aligned,

    /// <summary>Each line is one text.</summary>
    Lines,

    /// <summary>Each line begins with labels, as in "__label__good".</summary>
    Labelled,

    /// <summary>JSON or JSON lines.</summary>
    Json,

    /// <summary>Weka's format.</summary>
    Arff,

    /// <summary>A table of a web page.</summary>
    Html,

    /// <summary>A workbook of Excel or OpenDocument.</summary>
    Workbook,

    /// <summary>Parquet.</summary>
    Parquet,
}
