namespace Builder.Web.Operations.Faults;

/// <summary>Registers the one place in which unforeseen errors end.</summary>
public static class FaultsSetup
{
    /// <summary>Its services.</summary>
    public static void AddFaults(this IServiceCollection services)
    {
        // The reference is the one number that people are given; what has none is the same for everybody.
        services.AddProblemDetails(options => options.CustomizeProblemDetails = problem => problem.ProblemDetails.Extensions.Remove("traceId"));
        services.AddExceptionHandler<FaultHandler>();
    }

    /// <summary>Stands before everything else.</summary>
    public static void UseFaults(this WebApplication app) => app.UseExceptionHandler();
}
