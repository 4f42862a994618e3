using Builder.Datasets.Csv;

namespace Builder.Datasets.Tests.Csv;

public sealed class CsvWriterTests
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A1", "'=cmd|' /C calc'!A1")]
    [InlineData("=HYPERLINK(\"http://elsewhere.example\",\"x\")", "\"'=HYPERLINK(\"\"http://elsewhere.example\"\",\"\"x\"\")\"")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1+1", "'\t=1+1")]
    [InlineData("\r=1+1", "\"'\r=1+1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("-5\n=1+1", "\"'-5\n=1+1\"")]
    [InlineData("-Infinity", "'-Infinity")]
    public void A_text_that_a_spreadsheet_would_run_is_written_as_a_text(string text, string written) => Assert.Equal(written, CsvWriter.Line([text]));

    [Theory]
    [InlineData("-5")]
    [InlineData("+3.25")]
    [InlineData("-.5")]
    [InlineData("-1e-5")]
    [InlineData("-1.5E+10")]
    [InlineData("-12%")]
    [InlineData("-")]
    [InlineData("a=b")]
    [InlineData(" ")]
    [InlineData("")]
    public void Numbers_and_harmless_texts_stay_as_they_are(string text) => Assert.Equal(text, CsvWriter.Line([text]));

    [Fact]
    public void Fields_with_marks_of_CSV_are_quoted_and_missing_ones_empty() =>
        Assert.Equal("a,\"b,c\",,\"say \"\"hi\"\"\",\"two\nlines\",\"-1,5\"", CsvWriter.Line(["a", "b,c", null, "say \"hi\"", "two\nlines", "-1,5"]));

    [Fact]
    public void Numbers_have_a_point_and_the_digits_that_are_asked_for() =>
        Assert.Equal("-0.333333,1E-07,", string.Join(',', CsvWriter.Number(-1.0 / 3, 6), CsvWriter.Number(1e-7, 6), CsvWriter.Number(null, 6)));
}
