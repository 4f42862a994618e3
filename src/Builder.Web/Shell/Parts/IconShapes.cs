namespace Builder.Web.Shell.Parts;

/// <summary>The drawings of all icons: strokes on a field of 24 by 24.</summary>
public static class IconShapes
{
    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        ["data"] = Path("M4 6.5C4 4.8 7.6 3.5 12 3.5s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3Z M4 6.5v11c0 1.7 3.6 3 8 3s8-1.3 8-3v-11 M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3"),
        ["model"] = Path("M7.3 7.2 10 10.6 M7.3 16.8 10 13.4 M14.8 12H17") + Dot(5.5, 5.5, 2.3) + Dot(5.5, 18.5, 2.3) + Dot(12, 12, 2.6) + Dot(19.3, 12, 2.3),
        ["train"] = Path("M3.5 4v14.5a2 2 0 0 0 2 2H20 M7 8c1.6 5.5 4.6 8 13 8.6"),
        ["evaluate"] = Path("M4 20.5h16 M6.5 17v-4.5 M12 17V6 M17.5 17V9.5"),
        ["use"] = Path("M4 20 14.5 9.5 M12.7 7.700l3.6 3.6 M17.5 3.500v4 M15.5 5.500h4 M8.5 3.500v3 M7 5h3 M19.5 13.500v3 M18 15h3"),
        ["history"] = Path("M4 5v4.500h4.5 M4.4 9.500A8.3 8.3 0 1 1 3.7 13 M12 8v4.500l3 1.8"),
        ["undo"] = Path("M8.5 5 4 9.5 8.5 14 M4 9.500h10a5.5 5.5 0 0 1 0 11h-4"),
        ["redo"] = Path("M15.5 5 20 9.5 15.5 14 M20 9.500H10a5.5 5.5 0 0 0 0 11h4"),
        ["sun"] = Dot(12, 12, 4) + Path("M12 3v1.5 M12 19.500V21 M3 12h1.5 M19.5 12H21 M5.6 5.600l1.1 1.1 M17.3 17.300l1.1 1.1 M18.4 5.600l-1.1 1.1 M6.7 17.300l-1.1 1.1"),
        ["moon"] = Path("M20 14.200A8.3 8.3 0 0 1 9.8 4a8.3 8.3 0 1 0 10.2 10.200Z"),
        ["monitor"] = Box(3.5, 4.5, 17, 12, 2) + Path("M9 20h6 M12 16.500V20"),
        ["globe"] = Dot(12, 12, 8.5) + Path("M3.5 12h17 M12 3.500c2.5 2.5 3.6 5.4 3.6 8.500S14.5 18 12 20.500C9.5 18 8.4 15.1 8.4 12S9.5 6 12 3.500Z"),
        ["plus"] = Path("M12 5v14 M5 12h14"),
        ["minus"] = Path("M5 12h14"),
        ["swap"] = Path("M4 8h15 M15.5 4.500 19 8l-3.5 3.5 M20 16H5 M8.5 12.500 5 16l3.5 3.5"),
        ["fit"] = Path("M4 9V5.500a1.5 1.5 0 0 1 1.5-1.500H9 M15 4h3.500A1.5 1.5 0 0 1 20 5.500V9 M20 15v3.500a1.5 1.5 0 0 1-1.5 1.500H15 M9 20H5.500A1.5 1.5 0 0 1 4 18.500V15"),
        ["search"] = Dot(10.5, 10.5, 6.5) + Path("m15.5 15.5 5 5"),
        ["more"] = Dot(5.5, 12, 0.8) + Dot(12, 12, 0.8) + Dot(18.5, 12, 0.8),
        ["trash"] = Path("M4.5 6.500h15 M9.5 6.500V4.300c0-.4.4-.8.8-.8h3.400c.4 0 .8.4.8.800v2.2 M6.5 6.500l.8 12.300c.1 1 .8 1.7 1.8 1.700h5.800c1 0 1.7-.7 1.8-1.700l.8-12.3 M10 10.500v6 M14 10.500v6"),
        ["copy"] = Box(8.5, 8.5, 12, 12, 2) + Path("M15.5 8.500v-3a2 2 0 0 0-2-2h-8a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h3"),
        ["download"] = Path("M12 3.500v11.5 M7.5 10.8 12 15.300l4.5-4.5 M4 17.500v1a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-1"),
        ["upload"] = Path("M12 15.500V4 M7.5 8.2 12 3.700l4.5 4.5 M4 17.500v1a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-1"),
        ["pencil"] = Path("M4 20l.9-4.200L16.2 4.500a1.8 1.8 0 0 1 2.6 0l.7.7a1.8 1.8 0 0 1 0 2.600L8.2 19.1 4 20Z M14.5 6.200l3.3 3.3"),
        ["check"] = Path("m4.5 12.5 5 5 10-11"),
        ["close"] = Path("M6 6l12 12 M18 6 6 18"),
        ["alert"] = Path("M10.4 4.5 2.9 17.700a1.8 1.8 0 0 0 1.6 2.800h15a1.8 1.8 0 0 0 1.6-2.800L13.6 4.500a1.9 1.9 0 0 0-3.2 0Z M12 9.500v4.5 M12 17.200v.1"),
        ["info"] = Dot(12, 12, 8.5) + Path("M12 11.500v4.5 M12 8v.1"),
        ["chevron-down"] = Path("m6 9.5 6 6 6-6"),
        ["chevron-right"] = Path("m9.5 6 6 6-6 6"),
        ["chevron-left"] = Path("m14.5 6-6 6 6 6"),
        ["arrow-right"] = Path("M4 12h16 M14 6l6 6-6 6"),
        ["pause"] = Path("M8.5 5v14 M15.5 5v14"),
        ["play"] = Path("M7 4.800v14.400a.6.6 0 0 0 .9.500l11.6-7.200a.6.6 0 0 0 0-1L7.9 4.300a.6.6 0 0 0-.9.500Z"),
        ["stop"] = Box(5.5, 5.5, 13, 13, 2),
        ["folder"] = Path("M3.5 18V6.500a2 2 0 0 1 2-2h3.700c.5 0 1 .2 1.4.6l1.3 1.400h6.600a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2Z"),
        ["file"] = Path("M6.5 3.500h7l5 5V19a1.5 1.5 0 0 1-1.5 1.500H6.500A1.5 1.5 0 0 1 5 19V5a1.5 1.5 0 0 1 1.5-1.500Z M13.5 3.500v5h5"),
        ["picture"] = Box(3.5, 4.5, 17, 15, 2) + Dot(9, 10, 1.6) + Path("m4 18 5.5-4.5 3 2.400L16.5 12l4 3.8"),
        ["picture-off"] = Path("M8 4.500h10.500a2 2 0 0 1 2 2V17 M16 19.500H5.500a2 2 0 0 1-2-2v-11 M3.5 3.500l17 17 M4 18l5.5-4.5"),
        ["text"] = Path("M4 6h16 M4 10.500h16 M4 15h10.5 M4 19h7"),
        ["table"] = Box(3.5, 4.5, 17, 15, 2) + Path("M3.5 9.500h17 M3.5 14.500h17 M9.5 9.500v10"),
        ["settings"] = Path("M4 7.500h8.5 M17.5 7.500H20 M4 16.500h2.5 M11.5 16.500H20") + Dot(15, 7.5, 2.5) + Dot(9, 16.5, 2.5),
        ["eye"] = Path("M2.8 12S6 5.5 12 5.5 21.2 12 21.2 12 18 18.5 12 18.5 2.8 12 2.8 12Z") + Dot(12, 12, 2.7),
        ["refresh"] = Path("M20 5v4.500h-4.5 M19.6 9.500A8.3 8.3 0 1 0 20.3 13"),
        ["link"] = Path("M10 14a4.2 4.2 0 0 0 6 0l3.3-3.300a4.2 4.2 0 0 0-6-6L12 6 M14 10a4.2 4.2 0 0 0-6 0l-3.3 3.300a4.2 4.2 0 0 0 6 6L12 18"),
        ["spark"] = Path("M11 4.500c.6 4.7 2.3 6.4 7 7-4.7.6-6.4 2.3-7 7-.6-4.7-2.3-6.4-7-7 4.7-.6 6.4-2.3 7-7Z M19 3.500v3 M17.5 5h3 M19 17.500v3 M17.5 19h3"),
        ["clock"] = Dot(12, 12, 8.5) + Path("M12 7v5.200l3.3 2"),
        ["star"] = Path("m12 3.8 2.5 5.3 5.8.7-4.3 4 1.1 5.800L12 16.800l-5.1 2.800L8 13.800l-4.3-4 5.8-.7L12 3.800Z"),
        ["users"] = Dot(9, 8.5, 3.5) + Path("M3 20c.4-3.6 2.7-5.5 6-5.500s5.6 1.9 6 5.5 M15.5 5.300a3.5 3.5 0 0 1 0 6.4 M17.5 14.800c2 .7 3.2 2.5 3.5 5.2"),
        ["keyboard"] = Box(2.5, 6.5, 19, 11, 2) + Path("M6 10h.1 M9.5 10h.1 M13 10h.1 M16.5 10h1.5 M6 14h2 M10.5 14h7.5"),
    };

    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> Names => Shapes.Keys;

    /// <summary>The drawing of an icon; nothing for a name that there is not.</summary>
    public static string Of(string name) => Shapes.GetValueOrDefault(name, "");

    private static string Path(string d) => $"""<path d="{d}"/>""";

    private static string Dot(double x, double y, double radius) => FormattableString.Invariant($"""<circle cx="{x}" cy="{y}" r="{radius}"/>""");

    private static string Box(double x, double y, double width, double height, double radius) =>
        FormattableString.Invariant($"""<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}"/>""");
}
