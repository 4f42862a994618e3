using System.Runtime.Intrinsics.X86;

namespace Builder.Runner.Tests.Commands;

/// <summary>What the machine's libraries do for the program.</summary>
public sealed class DoctorCommandTests
{
    [Fact]
    public void Matrices_are_multiplied_with_the_instructions_that_the_processor_has()
    {
        string[] withoutAvx2 = ["Core: Prescott", "Core: Nehalem", "Core: Sandybridge"];

        var core = CoreThatIsUsed();

        Assert.False(Avx2.IsSupported && withoutAvx2.Contains(core), $"OpenBLAS does not recognise this processor and multiplies as one without AVX2 ({core}).");
    }

    [Fact]
    public void Instructions_that_somebody_has_chosen_are_kept() =>
        // A libtorch with another library for matrices has no core to tell.
        Assert.True(CoreThatIsUsed("OPENBLAS_CORETYPE=Nehalem") is null or "Core: Nehalem");

    // OpenBLAS says itself what it is loaded with; what was loaded last is used.
    private static string? CoreThatIsUsed(params string[] variables)
    {
        var result = RunnerProcess.RunWith([.. variables, "OPENBLAS_VERBOSE=2"], "doctor");
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Error.Split('\n').LastOrDefault(line => line.StartsWith("Core: ", StringComparison.Ordinal));
    }
}
