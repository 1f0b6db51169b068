using Handouts.Tests.Rendering;

// Rendered once, opened in one browser, by all tests.
[assembly: AssemblyFixture(typeof(SamplePages))]
[assembly: AssemblyFixture(typeof(Browser))]
